import type { ColumnId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import type { BoardScreen } from "./screen.tsx";

/** What a column is called, or where a lane crosses it: "Next", "Next, Garden". */
export function cellName(screen: BoardScreen, columnId: ColumnId, lane: string | undefined): string {
  const column = screen.view().columns[columnId]?.name ?? "";
  const { laneHands } = screen.store.get();
  return laneHands && lane !== undefined ? strings.column.inLane(column, laneHands.nameOf(lane)) : column;
}
