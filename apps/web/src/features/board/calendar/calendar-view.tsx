"use client";

import { useMemo, useState } from "react";
import type { TaskCard } from "@kanban/domain/entities";
import { localDay } from "../../task/moment-words.ts";
import { matcherOf } from "../filter/matcher-of.ts";
import { weekStart } from "../filter/week-start.ts";
import { useIsNarrow } from "../list/use-is-narrow.ts";
import { sortTasks } from "../list/sort-tasks.ts";
import { isSameList } from "../state/is-same-list.ts";
import { useBoardPart, useScreenPart } from "../state/screen.tsx";
import { useClock } from "../state/use-clock.ts";
import { Agenda } from "./agenda.tsx";
import { CalendarBar } from "./calendar-bar.tsx";
import { weeksAround } from "./calendar-days.ts";
import { type CalendarPlace, readPlace, writePlace } from "./calendar-in-address.ts";
import { entriesByDay } from "./entries-by-day.ts";
import { NothingMatches } from "./nothing-matches.tsx";
import { MonthGrid } from "./month-grid.tsx";
import { UndatedTray } from "./undated-tray.tsx";

/** The board's tasks by the day they are due; on a narrow screen as an agenda. */
export function CalendarView() {
  const query = useScreenPart((state) => state.query);
  const today = useClock((now) => localDay(new Date(now)));
  const [place, setPlace] = useState(() => readPlace(today));
  const isNarrow = useIsNarrow();
  const tasks = useBoardPart(
    (view) => sortTasks(view, query === "" ? () => true : matcherOf(view, query), null),
    isSameList<TaskCard>,
  );
  const entries = useMemo(() => entriesByDay(tasks), [tasks]);
  const undated = useMemo(
    () => tasks.filter(({ dueAt, finishedAt }) => dueAt === null && finishedAt === null),
    [tasks],
  );
  const go = (next: CalendarPlace) => {
    setPlace(next);
    writePlace(next);
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col px-5 pb-5 max-sm:px-4 max-sm:pb-0">
      <CalendarBar place={place} onPlace={go} today={today} />
      {query !== "" && tasks.length === 0 && <NothingMatches />}
      {isNarrow ? (
        <Agenda days={weeksAround(place.day, place.span, weekStart()).flat()} entries={entries} today={today} />
      ) : (
        <div className="flex min-h-0 flex-1 gap-3">
          <MonthGrid place={place} onPlace={go} entries={entries} today={today} />
          <UndatedTray tasks={undated} today={today} />
        </div>
      )}
    </div>
  );
}
