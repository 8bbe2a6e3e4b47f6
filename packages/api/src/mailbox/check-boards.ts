import type { BoardId, UserId } from "@kanban/domain/ids";
import type { MailBoards } from "@kanban/domain/mail/board-for-mail";
import type { ApiDb, ApiTx } from "../context.ts";
import { checkTokenBoard } from "../token/check-token-board.ts";
import type { MailboxConnection, Sorting } from "./mailbox-input.ts";

/**
 * BOARD_NOT_FOUND or READ_ONLY when mail would go to a board its person cannot capture into. One the mailbox has `known`
 * before may have gone since: that is no reason to refuse its person a new password. Mail for it waits in quarantine.
 */
export async function checkBoards(
  db: ApiDb | ApiTx,
  userId: UserId,
  { boardId, addresses }: Sorting,
  connection: MailboxConnection | undefined,
  known: MailBoards | null = null,
): Promise<void> {
  const asked = boardsOf({ boardId, addresses, folders: connection?.folders ?? [] });
  const old = known && boardsOf(known);
  for (const id of asked) if (!old?.has(id)) await checkTokenBoard(db, userId, id);
}

function boardsOf({ boardId, addresses, folders }: MailBoards): Set<BoardId | null> {
  return new Set([boardId, ...[...addresses, ...folders].map((entry) => entry.boardId)]);
}
