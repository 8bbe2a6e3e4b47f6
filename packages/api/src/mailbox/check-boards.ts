import type { UserId } from "@kanban/domain/ids";
import type { ApiDb } from "../context.ts";
import { checkTokenBoard } from "../token/check-token-board.ts";
import type { MailboxConnection, Sorting } from "./mailbox-input.ts";

/** BOARD_NOT_FOUND or READ_ONLY when mail would go to a board its person cannot capture into. */
export async function checkBoards(
  db: ApiDb,
  userId: UserId,
  { boardId, addresses }: Sorting,
  connection: MailboxConnection | undefined,
): Promise<void> {
  const named = [boardId, ...addresses.map((address) => address.boardId)];
  const ofFolders = connection?.folders.map((folder) => folder.boardId) ?? [];
  for (const id of new Set([...named, ...ofFolders])) await checkTokenBoard(db, userId, id);
}
