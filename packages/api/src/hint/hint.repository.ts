import { type Hint, hintSchema, type HintState } from "@kanban/domain/entities";
import type { BoardId, HintId, TaskId, UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { ApiDb, ApiTx } from "../context.ts";

const hintSelect = {
  id: true,
  taskId: true,
  agent: true,
  value: true,
  evidence: true,
  confidence: true,
  state: true,
  proposedAt: true,
} as const;

/** The hints of a task, oldest first, decided ones too. A kind this build does not know is left out. */
export async function listHints(db: ApiDb | ApiTx, boardId: BoardId, taskId: TaskId): Promise<Hint[]> {
  const rows = await db.hint.findMany({
    where: { boardId, taskId },
    orderBy: [{ proposedAt: "asc" }, { id: "asc" }],
    select: hintSelect,
  });
  return rows.flatMap((row) => {
    const hint = hintSchema.safeParse({ ...row, proposedAt: row.proposedAt.toISOString() });
    return hint.success ? [hint.data] : [];
  });
}

/** Whether the user may see the task; it may be in the archive or trash. */
export async function isTaskVisible(db: ApiDb, boardId: BoardId, taskId: TaskId, userId: UserId): Promise<boolean> {
  const task = await db.task.findFirst({
    where: { id: taskId, boardId, board: { deletedAt: null, members: { some: { userId } } } },
    select: { id: true },
  });
  return task !== null;
}

/** The version that last changed title or notes of the task. */
export async function findTextVersion(tx: ApiTx, boardId: BoardId, taskId: TaskId): Promise<number | null> {
  const task = await tx.task.findFirst({ where: { id: taskId, boardId }, select: { textVersion: true } });
  return task?.textVersion ?? null;
}

/** Stores a proposed hint; false when its id is taken (a report that repeats an earlier one's ids). */
export async function insertHint(tx: ApiTx, boardId: BoardId, hint: Hint, taskVersion: number): Promise<boolean> {
  const { count } = await tx.hint.createMany({
    data: [{ ...hint, boardId, taskVersion, kind: hint.value.kind }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Marks a hint as decided. */
export async function writeDecision(
  tx: ApiTx,
  hintId: HintId,
  state: Exclude<HintState, "proposed">,
  { now, userId }: { now: Instant; userId: UserId },
): Promise<void> {
  await tx.hint.update({
    where: { id: hintId },
    data: { state, decidedAt: now, decidedBy: state === "superseded" ? null : userId },
    select: { id: true },
  });
}

/** Takes a decision back. */
export async function writeReopened(tx: ApiTx, hintId: HintId): Promise<void> {
  await tx.hint.updateMany({ where: { id: hintId }, data: { state: "proposed", decidedAt: null, decidedBy: null } });
}

/** Keeps the task's count of undecided hints in step. */
export async function countProposedHints(tx: ApiTx, taskId: TaskId): Promise<void> {
  await tx.$executeRaw`
    UPDATE task SET hint_count = (SELECT count(*) FROM hint WHERE task_id = ${taskId}::uuid AND state = 'proposed')
    WHERE id = ${taskId}::uuid`;
}
