import { boardIdSchema } from "@kanban/domain/ids";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { boardPath } from "../features/boards/board-path.ts";
import { lastBoardCookie } from "../features/boards/last-board.ts";

/** The last board of this browser, else the list. */
export default async function HomePage() {
  const last = boardIdSchema.safeParse((await cookies()).get(lastBoardCookie)?.value);
  redirect(last.success ? boardPath(last.data) : "/boards");
}
