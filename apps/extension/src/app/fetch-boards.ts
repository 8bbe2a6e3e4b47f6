import { z } from "zod/mini";
import { outcomeOf } from "../queue/outcome.ts";
import { type Board, boardSchema, boardsCell, type Connection } from "../storage/cells.ts";
import { askApp } from "./ask-app.ts";
import { markRevoked } from "./mark-revoked.ts";

/** Asks which boards there are and keeps the answer for when there is none; `null` when the app did not tell. */
export async function fetchBoards({ address, token }: Connection): Promise<Board[] | null> {
  const answer = await askApp(new URL("/api/capture/boards", address), { token });
  if (answer && outcomeOf(answer).state === "revoked") await markRevoked(token);
  const boards = answer?.status === 200 ? z.array(boardSchema).safeParse(answer.body).data : undefined;
  if (!boards) return null;
  await boardsCell.write(boards);
  return boards;
}
