import type { TaskLink } from "@kanban/domain/entities";
import type { BoardId, TaskLinkId } from "@kanban/domain/ids";
import type { ApiTx } from "../context.ts";

/** Every link of a board; under the board's lock nobody else adds one. */
export async function listLinks(tx: ApiTx, boardId: BoardId): Promise<TaskLink[]> {
  return tx.$queryRaw<TaskLink[]>`
    SELECT id::text, kind::text, from_id::text AS "fromId", to_id::text AS "toId" FROM task_link
    WHERE board_id = ${boardId}::uuid`;
}

/** Stores a new link; false when its id is taken. */
export async function insertLink(tx: ApiTx, boardId: BoardId, link: TaskLink): Promise<boolean> {
  const { count } = await tx.taskLink.createMany({ data: [{ ...link, boardId }], skipDuplicates: true });
  return count === 1;
}

/** Deletes a link of this board and answers it; `null` when there is none. */
export async function deleteLink(tx: ApiTx, boardId: BoardId, linkId: TaskLinkId): Promise<TaskLink | null> {
  const [link] = await tx.$queryRaw<TaskLink[]>`
    DELETE FROM task_link WHERE id = ${linkId}::uuid AND board_id = ${boardId}::uuid
    RETURNING id::text, kind::text, from_id::text AS "fromId", to_id::text AS "toId"`;
  return link ?? null;
}
