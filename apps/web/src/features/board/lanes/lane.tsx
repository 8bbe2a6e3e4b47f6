"use client";

import { ChevronDown } from "lucide-react";
import { memo, type RefObject, useRef } from "react";
import type { Column } from "@kanban/domain/entities";
import type { Grouping } from "@kanban/domain/view-values";
import { classNames } from "../../../components/ui/class-names.ts";
import { useBoardPart, useScreen, useScreenPart } from "../state/screen.tsx";
import { viewStrings } from "../views/view.strings.ts";
import { boardLanes } from "./board-lanes.ts";
import { toggleLane, useIsLaneCollapsed } from "./collapsed-lanes.ts";
import { LaneCell } from "./lane-cell.tsx";
import { laneName } from "./lane-name.ts";
import { useIsInSight } from "./use-is-in-sight.ts";

/** One band of a grouped board: its head, and below it a cell for every column. */
export const Lane = memo(function Lane({
  grouping,
  lane,
  columns,
  scroller,
}: {
  grouping: Grouping;
  lane: string;
  columns: readonly Column[];
  scroller: RefObject<HTMLDivElement | null>;
}) {
  const { boardId } = useScreen();
  const section = useRef<HTMLElement>(null);
  const query = useScreenPart((state) => state.query);
  const name = useBoardPart((view) => laneName(view, grouping, lane));
  const count = useBoardPart((view) => boardLanes(view, query, grouping).count(lane));
  const isCollapsed = useIsLaneCollapsed({ boardId, grouping, lane });
  const isNear = useIsInSight(section, scroller);
  return (
    <section
      ref={section}
      data-lane-band={lane}
      aria-label={viewStrings.lane(name, count)}
      className="grid gap-1.5 pb-3"
    >
      <h2 className="sticky left-0 flex max-w-[calc(100vw-40px)] justify-self-start text-sm font-bold">
        <button
          type="button"
          aria-expanded={!isCollapsed}
          onClick={() => toggleLane({ boardId, grouping, lane })}
          className="-ml-1 flex min-h-7 min-w-0 items-center gap-1.5 rounded-m px-1 text-left hover:bg-[color-mix(in_oklab,var(--ink)_6%,transparent)] touch:min-h-11"
        >
          <ChevronDown
            size={14}
            aria-hidden
            className={classNames(
              "shrink-0 text-ink-3 transition-transform duration-(--fast)",
              isCollapsed && "-rotate-90",
            )}
          />
          <span className="truncate">{name}</span>
          <span className="font-title text-ink-3 tabular-nums">{count}</span>
        </button>
      </h2>
      {!isCollapsed && (
        <div className="flex gap-3">
          {columns.map((column) => (
            <LaneCell
              key={column.id}
              grouping={grouping}
              lane={lane}
              laneName={name}
              column={column}
              scroller={scroller}
              isNear={isNear}
            />
          ))}
        </div>
      )}
    </section>
  );
});
