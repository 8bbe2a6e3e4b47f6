"use client";

import { strings } from "../board.strings.ts";
import { boardOrder } from "../state/board-order.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { filterStrings } from "./filter.strings.ts";

/** How many tasks a filter leaves: "4 of 17 tasks". */
export function FilterCount() {
  const query = useScreenPart((state) => state.query);
  const all = useBoardPart((view) => Object.keys(view.tasks).length);
  const shown = useBoardPart((view) =>
    query === "" ? all : boardOrder(view, query).reduce((sum, { taskIds }) => sum + taskIds.length, 0),
  );
  return (
    <span role="status" className="shrink-0 text-xs text-ink-3">
      {query !== "" && strings.board.shown(shown, all)}
      {shown === 0 && all > 0 && <span className="ml-1 font-medium text-ink">{filterStrings.nothing}</span>}
    </span>
  );
}
