"use client";

import { useLiveBoards } from "../boards/use-boards.ts";

/** The person's own boards by their ids, in one text: captures go to one of them. `null` while they are not known. */
export function useOwnBoardIds(): string | null {
  const boards = useLiveBoards().data;
  if (!boards) return null;
  const own = boards.filter(({ role }) => role === "owner");
  return own.map(({ id }) => id).join();
}
