"use client";

import { useRef, useState } from "react";
import { classNames } from "../../../components/ui/class-names.ts";
import { Popover } from "../../../components/ui/popover.tsx";
import { calendarStrings } from "./calendar.strings.ts";
import { dayWords } from "./day-words.ts";
import { Entry } from "./entry.tsx";
import type { CalendarEntry } from "./entries-by-day.ts";
import { useDayDrop } from "./use-day-drop.ts";

/** More than these are behind "+3 more" in a month. */
const mostInMonth = 4;

/** One day with its tasks; a place to drop one. */
export function DayCell({
  day,
  entries,
  today,
  isOutside,
  isWeek,
  isTabStop,
}: {
  day: string;
  entries: readonly CalendarEntry[];
  today: string;
  /** Belongs to the month before or after the one shown. */
  isOutside: boolean;
  isWeek: boolean;
  isTabStop: boolean;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const isOver = useDayDrop(ref, day);
  const isToday = day === today;
  const shown = isWeek || entries.length <= mostInMonth ? entries : entries.slice(0, mostInMonth - 1);
  const due = entries.filter(({ kind }) => kind === "due").length;
  return (
    <div
      ref={ref}
      role="gridcell"
      data-day={day}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={calendarStrings.day(dayWords(day), due)}
      aria-current={isToday ? "date" : undefined}
      className={classNames(
        "flex min-h-0 min-w-0 flex-col gap-0.5 border-t border-l border-line p-1 first:border-l-0 focus-visible:-outline-offset-2",
        isWeek && "overflow-y-auto",
        isOver ? "bg-accent-soft" : isOutside && "bg-sunken",
      )}
    >
      <span
        aria-hidden
        className={classNames(
          "mb-0.5 grid h-5 min-w-5 place-items-center self-start rounded-full px-1 text-xs tabular-nums",
          isToday ? "bg-accent font-bold text-accent-ink" : isOutside ? "text-ink-3" : "font-medium text-ink-2",
        )}
      >
        {Number(day.slice(8))}
      </span>
      {shown.map((entry) => (
        <Entry key={`${entry.kind}-${entry.task.id}`} entry={entry} day={day} today={today} />
      ))}
      {shown.length < entries.length && (
        <MoreEntries day={day} entries={entries} today={today} hidden={entries.length - shown.length} />
      )}
    </div>
  );
}

function MoreEntries({
  day,
  entries,
  today,
  hidden,
}: {
  day: string;
  entries: readonly CalendarEntry[];
  today: string;
  hidden: number;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      label={calendarStrings.allOf(dayWords(day))}
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <button
          type="button"
          data-entry
          tabIndex={-1}
          className="h-5 rounded-s px-1.5 text-left text-xs font-medium text-ink-2 hover:bg-sunken hover:text-ink"
        >
          {calendarStrings.more(hidden)}
        </button>
      }
    >
      <div className="grid gap-1 p-1">
        <span className="text-xs font-medium text-ink-3">{dayWords(day)}</span>
        {entries.map((entry) => (
          <Entry key={`${entry.kind}-${entry.task.id}`} entry={entry} day={day} today={today} isWide />
        ))}
      </div>
    </Popover>
  );
}
