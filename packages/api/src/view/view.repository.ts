import type { SavedView } from "@kanban/domain/entities";
import type { BoardId, SavedViewId } from "@kanban/domain/ids";
import { lockBoard } from "../board/board.repository.ts";
import type { ApiTx } from "../context.ts";

/**
 * The board's views in their order, under the board's lock: their names and places are judged all together, and so
 * they are changed one after the other.
 */
export async function lockViews(tx: ApiTx, boardId: BoardId): Promise<SavedView[]> {
  await lockBoard(tx, boardId);
  return tx.$queryRaw<SavedView[]>`
    SELECT id::text, name, filter, layout, grouping, rank FROM saved_view
    WHERE board_id = ${boardId}::uuid ORDER BY rank`;
}

/** Stores a new view; false when its id is taken. */
export async function insertView(tx: ApiTx, boardId: BoardId, view: SavedView): Promise<boolean> {
  const { id, name, filter, layout, grouping, rank } = view;
  // Only the id may be taken silently.
  const inserted = await tx.$executeRaw`
    INSERT INTO saved_view (id, board_id, name, filter, layout, grouping, rank)
    VALUES (${id}::uuid, ${boardId}::uuid, ${name}, ${filter}, ${layout}, ${grouping}, ${rank})
    ON CONFLICT (id) DO NOTHING`;
  return inserted === 1;
}

/** Writes what changes of a view. */
export async function writeView(tx: ApiTx, viewId: SavedViewId, fields: Partial<Omit<SavedView, "id">>): Promise<void> {
  await tx.savedView.update({ where: { id: viewId }, data: fields, select: { id: true } });
}

/** Deletes a view. */
export async function deleteView(tx: ApiTx, viewId: SavedViewId): Promise<void> {
  await tx.savedView.delete({ where: { id: viewId }, select: { id: true } });
}
