"use client";

import { Inbox, SearchX } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { TaskCard } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { Button } from "../../../components/ui/button.tsx";
import { EmptyState } from "../../../components/ui/empty-state.tsx";
import { openTask } from "../card/open-task.ts";
import { matcherOf } from "../filter/matcher-of.ts";
import { clearFilter } from "../filter/set-filter.ts";
import { requestFocus } from "../focus/request-focus.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useDensity } from "../../theme/density.ts";
import { useBoardPart, useCanEdit, useScreen, useScreenPart } from "../state/screen.tsx";
import { readSortInAddress, writeSortInAddress } from "./sort-in-address.ts";
import { ListHead } from "./list-head.tsx";
import { ListRow } from "./list-row.tsx";
import { listStrings } from "./list.strings.ts";
import { gridTemplate } from "./list-template.ts";
import { useShownFields } from "./shown-fields.ts";
import { stepInRow } from "./step-in-row.ts";
import { sortTasks } from "./sort-tasks.ts";
import { useIsNarrow } from "./use-is-narrow.ts";
import { useRowRange } from "./use-row-range.ts";

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** In pixels; every row has the same height, so that which are drawn is known by counting. */
const rowHeights = { comfortable: { wide: 36, narrow: 60 }, compact: { wide: 30, narrow: 52 } } as const;

/** The board's tasks as a table; on a narrow screen every row takes two lines. */
export function ListView() {
  const screen = useScreen();
  const scroller = useRef<HTMLDivElement>(null);
  const query = useScreenPart((state) => state.query);
  const asked = useScreenPart((state) => state.focusRequest);
  const canEdit = useCanEdit();
  const [sort, setSort] = useState(readSortInAddress);
  const [tabStop, setTabStop] = useState<TaskId | null>(null);
  const fields = useShownFields();
  const isNarrow = useIsNarrow();
  const tasks = useBoardPart(
    (view) => sortTasks(view, query === "" ? () => true : matcherOf(view, query), sort),
    isSameList<TaskCard>,
  );
  const all = useBoardPart((view) => Object.keys(view.tasks).length);
  const rowHeight = rowHeights[useDensity()][isNarrow ? "narrow" : "wide"];
  const { first, last } = useRowRange(scroller, tasks.length, rowHeight);
  const ids = tasks.map(({ id }) => id);
  const stop = tabStop && ids.includes(tabStop) ? tabStop : (ids[0] ?? null);

  // The keys of the board (j, k, e …) walk in the order that is seen.
  useEffect(() => {
    screen.store.set({ listed: ids });
  });
  useEffect(() => () => screen.store.set({ listed: null }), [screen]);
  const askedIndex = asked ? ids.indexOf(asked) : -1;
  useEffect(() => {
    const element = scroller.current;
    if (askedIndex < 0 || !element) return;
    const top = askedIndex * rowHeight;
    const visible = element.clientHeight - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + visible) element.scrollTop = top + rowHeight - visible;
  }, [askedIndex, rowHeight]);

  if (tasks.length === 0) return <NoTasks isFiltered={all > 0} />;
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (stepInRow(target, event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const index = ids.findIndex((id) => id === target.dataset["taskId"]);
    if (index < 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const to = { Home: 0, End: ids.length - 1 }[event.key] ?? index + (steps[event.key] ?? 0);
    const next = ids[Math.max(0, Math.min(ids.length - 1, to))];
    const here = ids[index];
    if (event.key === "Enter" && here) openTask(screen, here);
    else if ((event.key in steps || event.key === "Home" || event.key === "End") && next) requestFocus(screen, next);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="mx-5 mb-5 min-h-0 flex-1 overflow-auto rounded-l border border-line bg-surface max-sm:mx-3 max-sm:mb-3"
    >
      <div
        role="grid"
        tabIndex={-1}
        aria-label={listStrings.label}
        aria-multiselectable={canEdit || undefined}
        aria-rowcount={tasks.length + 1}
        aria-colcount={fields.length}
        onKeyDown={handleKeyDown}
        style={isNarrow ? undefined : { minWidth: "max-content" }}
      >
        <ListHead
          fields={fields}
          isNarrow={isNarrow}
          sort={sort}
          onSort={(next) => {
            setSort(next);
            writeSortInAddress(next);
          }}
        />
        <div role="rowgroup" className="relative" style={{ height: tasks.length * rowHeight }}>
          {tasks.map((task, index) => {
            // Tab's row stays drawn, however far away it is.
            if ((index < first || index >= last) && task.id !== stop) return null;
            return (
              <ListRow
                key={task.id}
                task={task}
                index={index}
                fields={fields}
                isNarrow={isNarrow}
                isTabStop={task.id === stop}
                onFocus={setTabStop}
                style={{
                  height: rowHeight,
                  transform: `translateY(${index * rowHeight}px)`,
                  ...(isNarrow ? {} : { gridTemplateColumns: gridTemplate(fields) }),
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function NoTasks({ isFiltered }: { isFiltered: boolean }) {
  const screen = useScreen();
  if (!isFiltered)
    return <EmptyState icon={<Inbox size={18} />} title={listStrings.emptyTitle} text={listStrings.emptyText} />;
  return (
    <EmptyState
      icon={<SearchX size={18} />}
      title={listStrings.nothingTitle}
      text={listStrings.nothingText}
      action={<Button onClick={() => clearFilter(screen)}>{listStrings.clear}</Button>}
    />
  );
}
