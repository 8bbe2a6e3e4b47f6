import type { Metadata } from "next";
import { BoardsScreen } from "../../../features/boards/boards-screen.tsx";
import { boardsStrings } from "../../../features/boards/boards.strings.ts";

export const metadata: Metadata = { title: boardsStrings.title };

export default function BoardsPage() {
  return <BoardsScreen />;
}
