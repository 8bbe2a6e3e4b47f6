import type { HintSwitches } from "@kanban/domain/hint/hint-switches";
import type { LabelSnapshot } from "@kanban/events/snapshot-events";
import type { PoolClient } from "pg";

/** The arrays of a task's row that hold labels of a kind. */
const arrayOf = { tag: "tag_ids", context: "context_ids" } as const;

/** Of rows filled by this build: with labels, moments and estimates. */
export const currentShape = 1;

type Place = { boardId: string; boardSeq: number };

/** Writes labels as they stood at a board's seq; an older event than a row knows changes nothing. */
export async function putLabels(
  tx: PoolClient,
  { boardId, boardSeq }: Place,
  labels: readonly LabelSnapshot[],
): Promise<void> {
  if (labels.length === 0) return;
  await tx.query({
    name: "put-labels",
    text: `INSERT INTO label_projection (label_id, board_id, board_seq, kind, name, is_open)
           SELECT l."labelId", $1, $2, l.kind, l.name, l."isOpen"
           FROM jsonb_to_recordset($3::jsonb) AS l ("labelId" uuid, kind text, name text, "isOpen" boolean)
           ON CONFLICT (label_id) DO UPDATE SET board_id = EXCLUDED.board_id, board_seq = EXCLUDED.board_seq,
             name = EXCLUDED.name, is_open = EXCLUDED.is_open, is_removed = false
           WHERE label_projection.board_seq < EXCLUDED.board_seq`,
    values: [boardId, boardSeq, JSON.stringify(labels)],
  });
}

/** Changes a label's name, or whether a task may get it. */
export async function patchLabel(
  tx: PoolClient,
  { boardSeq }: Place,
  { labelId, name = null, isOpen = null }: { labelId: string; name?: string | null; isOpen?: boolean | null },
): Promise<void> {
  await tx.query({
    name: "patch-label",
    text: `UPDATE label_projection SET board_seq = $2, name = coalesce($3, name), is_open = coalesce($4, is_open)
           WHERE label_id = $1 AND board_seq < $2`,
    values: [labelId, boardSeq, name, isOpen],
  });
}

/** A label is no more: nor is it on any task. */
export async function removeLabel(
  tx: PoolClient,
  { boardId, boardSeq }: Place,
  { labelId, kind }: Pick<LabelSnapshot, "labelId" | "kind">,
): Promise<void> {
  await tx.query({
    name: "remove-label",
    text: `UPDATE label_projection SET board_seq = $2, is_removed = true WHERE label_id = $1 AND board_seq < $2`,
    values: [labelId, boardSeq],
  });
  const [off, has] =
    kind === "project"
      ? ["project_id = NULL", "project_id = $3::uuid"]
      : [`${arrayOf[kind]} = array_remove(${arrayOf[kind]}, $3::uuid)`, `$3::uuid = ANY(${arrayOf[kind]})`];
  await tx.query({
    name: `take-off-${kind}`,
    text: `UPDATE task_projection SET board_seq = $2, updated_at = now(), ${off},
             hinted_ids = array_remove(hinted_ids, $3::uuid)
           WHERE board_id = $1 AND board_seq < $2 AND ${has}`,
    values: [boardId, boardSeq, labelId],
  });
}

/** What is known of a board beside its tasks; left out, it stays as it is. */
export async function putBoardFacts(
  tx: PoolClient,
  { boardId, boardSeq }: Place,
  { hints = null, shape = 0 }: { hints?: HintSwitches | null | undefined; shape?: number },
): Promise<void> {
  await tx.query({
    name: "put-board-facts",
    text: `INSERT INTO board_projection AS known (board_id, board_seq, hints, shape) VALUES ($1, $2, $3, $4)
           ON CONFLICT (board_id) DO UPDATE SET board_seq = EXCLUDED.board_seq,
             hints = coalesce(EXCLUDED.hints, known.hints), shape = greatest(EXCLUDED.shape, known.shape)
           WHERE known.board_seq <= EXCLUDED.board_seq`,
    values: [boardId, boardSeq, hints === null ? null : JSON.stringify(hints), shape],
  });
}

/** Forgets the labels of a board and what else was known of it. */
export async function forgetLabels(tx: PoolClient, boardId: string): Promise<void> {
  await tx.query("DELETE FROM label_projection WHERE board_id = $1", [boardId]);
  await tx.query("DELETE FROM board_projection WHERE board_id = $1", [boardId]);
}

/** Boards whose rows an older build filled, or one that was told less: a snapshot makes them whole. */
export async function listPoorBoards(tx: PoolClient, atMost: number): Promise<string[]> {
  const { rows } = await tx.query<{ boardId: string }>(
    `SELECT c.board_id AS "boardId" FROM board_cursor c LEFT JOIN board_projection b ON b.board_id = c.board_id
     WHERE coalesce(b.shape, 0) < $1 AND c.waiting_since IS NULL
     ORDER BY c.board_id LIMIT $2`,
    [currentShape, atMost],
  );
  return rows.map(({ boardId }) => boardId);
}
