"use client";

import { useEffect, useRef } from "react";
import { orderedColumns } from "@kanban/domain/board-view";
import type { Grouping } from "@kanban/domain/view-values";
import { classNames } from "../../../components/ui/class-names.ts";
import { strings } from "../board.strings.ts";
import { useBoardHand } from "../column/use-board-hand.ts";
import { cancelLift } from "../move/lift-task.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { viewStrings } from "../views/view.strings.ts";
import { boardLanes } from "./board-lanes.ts";
import { Lane } from "./lane.tsx";
import { LaneHeads } from "./lane-heads.tsx";
import { laneHands } from "./lane-hands.ts";

/**
 * The board in lanes: one scroller for all of it, the heads of the columns on top, and a band for every project, context,
 * person or priority. On a phone one column fills the screen, as without lanes.
 */
export function LaneBoard({ grouping }: { grouping: Grouping }) {
  const screen = useScreen();
  const board = useRef<HTMLDivElement>(null);
  const query = useScreenPart((state) => state.query);
  const columns = useBoardPart(orderedColumns, isSameList);
  const lanes = useBoardPart((view) => boardLanes(view, query, grouping).shown, isSameList);
  const isDragging = useScreenPart(({ cardDrag }) => cardDrag !== null);
  const { band, handlers } = useBoardHand(board, "lanes");
  useEffect(() => {
    screen.store.set({ laneHands: laneHands(screen), lift: null });
    return () =>
      screen.store.set(({ composer }) => ({
        laneHands: null,
        lift: null,
        composer: composer?.lane === undefined ? composer : null,
      }));
  }, [screen]);
  useEffect(() => {
    const { lift } = screen.store.get();
    // Nobody can see a card in a lane that is gone.
    if (lift && !lanes.includes(lift.at.lane)) cancelLift(screen);
  }, [screen, lanes]);
  return (
    <div
      ref={board}
      id="board-columns"
      role="group"
      aria-label={strings.board.columns}
      {...handlers}
      className={classNames(
        // A card that is scrolled to stands clear of the heads above it, with the name of its lane.
        "relative min-h-0 flex-1 scroll-px-5 scroll-pt-24 scroll-pb-10 overflow-auto px-5 pb-5 max-sm:pb-24",
        !isDragging && "max-sm:snap-x max-sm:snap-mandatory",
      )}
    >
      <div className="w-max min-w-full">
        <LaneHeads columns={columns} />
        {lanes.map((lane) => (
          <Lane key={lane} grouping={grouping} lane={lane} columns={columns} scroller={board} />
        ))}
        {lanes.length === 0 && <p className="px-2 py-3 text-sm text-ink-3">{viewStrings.nothingInLanes}</p>}
      </div>
      {band}
    </div>
  );
}
