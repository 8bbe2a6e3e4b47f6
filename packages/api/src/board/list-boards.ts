import type { Board, BoardRole } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";
import type { Instant, Moment } from "@kanban/domain/moment";
import type { ActorContext } from "../context.ts";
import { listMemberships } from "./board.repository.ts";
import { listDeferredInInbox } from "./inbox.repository.ts";

/** Without what only an open board needs. */
export type BoardListing = Omit<Board, "hints"> & {
  role: BoardRole;
  /** Live tasks on it. */
  openTasks: number;
  /** Tasks in inbox columns, and of those put off the moments they come back: when that is, depends on where one is. */
  inbox: { tasks: number; deferredUntil: Moment[] };
  /** The board's clock. */
  seq: number;
  createdAt: Instant;
  /** Set while it is in the trash; only its owner sees it there. */
  deletedAt: Instant | null;
};

/** The actor's boards, oldest first; the owner's trashed ones among them. */
export async function listBoards({ db, actor }: ActorContext): Promise<BoardListing[]> {
  const [memberships, deferred] = await Promise.all([
    listMemberships(db, actor.userId),
    listDeferredInInbox(db, actor.userId),
  ]);
  return memberships
    .filter(({ role, board }) => board.deletedAt === null || role === "owner")
    .map(({ role, board: { columns, createdAt, deletedAt, id, seq, ...board } }) => ({
      ...board,
      id: id as BoardId,
      role,
      openTasks: sumOf(columns),
      inbox: {
        tasks: sumOf(columns.filter(({ kind }) => kind === "inbox")),
        deferredUntil: deferred.get(id as BoardId) ?? [],
      },
      seq: Number(seq),
      createdAt: createdAt.toISOString(),
      deletedAt: deletedAt?.toISOString() ?? null,
    }));
}

function sumOf(columns: readonly { openTasks: number }[]): number {
  return columns.reduce((sum, column) => sum + column.openTasks, 0);
}
