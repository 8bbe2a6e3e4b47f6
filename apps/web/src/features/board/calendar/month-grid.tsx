"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { classNames } from "../../../components/ui/class-names.ts";
import { weekStart } from "../filter/week-start.ts";
import { dayByKey, weeksAround } from "./calendar-days.ts";
import type { CalendarPlace } from "./calendar-in-address.ts";
import { calendarStrings } from "./calendar.strings.ts";
import { DayCell } from "./day-cell.tsx";
import { weekdayWords } from "./day-words.ts";
import type { CalendarEntry } from "./entries-by-day.ts";

const none: readonly CalendarEntry[] = [];

/** The days as a grid: arrows walk over days, Enter goes to a day's tasks, Esc back to the day. */
export function MonthGrid({
  place,
  onPlace,
  entries,
  today,
}: {
  place: CalendarPlace;
  onPlace: (place: CalendarPlace) => void;
  entries: ReadonlyMap<string, readonly CalendarEntry[]>;
  today: string;
}) {
  const grid = useRef<HTMLDivElement>(null);
  const walking = useRef(false);
  const weeks = weeksAround(place.day, place.span, weekStart());
  const isWeek = place.span === "week";
  useEffect(() => {
    if (!walking.current) return;
    walking.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${place.day}"]`)?.focus();
  }, [place.day]);
  const handleKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const target = event.target as HTMLElement;
    const cell = target.closest<HTMLElement>("[data-day]");
    const day = cell?.dataset["day"];
    if (!cell || !day) return;
    const stops = [...cell.querySelectorAll<HTMLElement>("[data-entry]")];
    if (target !== cell) {
      if (event.key === "Escape") cell.focus();
      else if (event.key === "ArrowDown") stops[stops.indexOf(target) + 1]?.focus();
      else if (event.key === "ArrowUp") (stops[stops.indexOf(target) - 1] ?? cell).focus();
      else return;
    } else if (event.key === "Enter") stops[0]?.focus();
    else {
      const next = dayByKey(event.key, day, weeks.find((week) => week.includes(day)) ?? []);
      if (!next) return;
      walking.current = true;
      onPlace({ ...place, day: next });
    }
    event.preventDefault();
  };
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={calendarStrings.label}
      onKeyDown={handleKeyDown}
      className="flex min-h-0 min-w-0 flex-1 flex-col overflow-auto rounded-l border border-line bg-surface"
    >
      <div role="row" className="grid shrink-0 grid-cols-7 bg-sunken">
        {weeks[0]?.map((day) => (
          <div key={day} role="columnheader" className="px-2 py-1.5 text-xs font-medium text-ink-3">
            {weekdayWords(day)}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div
          key={week[0]}
          role="row"
          className={classNames("grid flex-1 grid-cols-7", isWeek ? "min-h-0" : "min-h-32")}
        >
          {week.map((day) => (
            <DayCell
              key={day}
              day={day}
              entries={entries.get(day) ?? none}
              today={today}
              isOutside={!isWeek && day.slice(0, 7) !== place.day.slice(0, 7)}
              isWeek={isWeek}
              isTabStop={day === place.day}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
