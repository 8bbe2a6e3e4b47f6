import type { BoardId, UserId } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import { getBoardClock } from "../board/board.repository.ts";
import type { ApiDb, ApiTx } from "../context.ts";

/** BOARD_NOT_FOUND or READ_ONLY for a board that a token of this person could do nothing on. */
export async function checkTokenBoard(db: ApiDb | ApiTx, userId: UserId, boardId: BoardId | null): Promise<void> {
  if (boardId !== null && (await getBoardClock(db, boardId, userId)).role === "viewer") refuse("READ_ONLY");
}
