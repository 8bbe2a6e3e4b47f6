import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import type { BoardId, HintId, TaskId } from "@kanban/domain/ids";
import type { ApiTx } from "../context.ts";

/** What people answered to a board's last hints of a kind, newest first: true where one was applied. */
export async function listAnswers(
  tx: ApiTx,
  boardId: BoardId,
  { kind, since, count }: { kind: HintKind; since: string | undefined; count: number },
): Promise<boolean[]> {
  const rows = await tx.hint.findMany({
    where: {
      boardId,
      kind,
      state: { in: ["applied", "dismissed"] },
      decidedAt: since ? { gt: since } : { not: null },
    },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: count,
    select: { state: true },
  });
  return rows.map(({ state }) => state === "applied");
}

/** Locks the tasks with undecided hints of these kinds, by id, and lists the hints. */
export async function lockProposed(
  tx: ApiTx,
  boardId: BoardId,
  kinds: readonly HintKind[],
): Promise<{ id: HintId; taskId: TaskId }[]> {
  await tx.$queryRaw`
    SELECT FROM task WHERE board_id = ${boardId}::uuid AND id IN (
      SELECT task_id FROM hint WHERE board_id = ${boardId}::uuid AND state = 'proposed' AND kind = ANY (${kinds}::text[]))
    ORDER BY id FOR NO KEY UPDATE`;
  return tx.$queryRaw<{ id: HintId; taskId: TaskId }[]>`
    SELECT id::text, task_id::text AS "taskId" FROM hint
    WHERE board_id = ${boardId}::uuid AND state = 'proposed' AND kind = ANY (${kinds}::text[]) ORDER BY id`;
}

/** Ends undecided hints and brings their tasks' counts in step. */
export async function writeSuperseded(tx: ApiTx, hints: readonly { id: HintId }[], now: string): Promise<void> {
  const ids = hints.map(({ id }) => id);
  await tx.$executeRaw`
    WITH ended AS (
      UPDATE hint SET state = 'superseded', decided_at = ${now}::timestamptz, decided_by = NULL
      WHERE id = ANY (${ids}::uuid[]) RETURNING task_id
    ), counted AS (SELECT task_id, count(*)::int AS count FROM ended GROUP BY task_id)
    UPDATE task SET hint_count = hint_count - counted.count FROM counted WHERE task.id = counted.task_id`;
}
