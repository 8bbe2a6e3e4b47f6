import type { Board, BoardRole } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { ActorContext } from "../context.ts";
import { listMemberships } from "./board.repository.ts";

/** Without what only an open board needs. */
export type BoardListing = Omit<Board, "hints"> & {
  role: BoardRole;
  /** Live tasks on it. */
  openTasks: number;
  createdAt: Instant;
  /** Set while it is in the trash; only its owner sees it there. */
  deletedAt: Instant | null;
};

/** The actor's boards, oldest first; the owner's trashed ones among them. */
export async function listBoards({ db, actor }: ActorContext): Promise<BoardListing[]> {
  const memberships = await listMemberships(db, actor.userId);
  return memberships
    .filter(({ role, board }) => board.deletedAt === null || role === "owner")
    .map(({ role, board: { columns, createdAt, deletedAt, id, ...board } }) => ({
      ...board,
      id: id as BoardId,
      role,
      openTasks: columns.reduce((sum, column) => sum + column.openTasks, 0),
      createdAt: createdAt.toISOString(),
      deletedAt: deletedAt?.toISOString() ?? null,
    }));
}
