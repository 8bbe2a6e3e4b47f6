"use client";

import { classNames } from "../../../components/ui/class-names.ts";
import { calendarStrings } from "./calendar.strings.ts";
import { dayWords } from "./day-words.ts";
import { Entry } from "./entry.tsx";
import type { CalendarEntry } from "./entries-by-day.ts";

/** The days that have tasks, one below the other: a calendar for a narrow screen. */
export function Agenda({
  days,
  entries,
  today,
}: {
  days: readonly string[];
  entries: ReadonlyMap<string, readonly CalendarEntry[]>;
  today: string;
}) {
  const filled = days.filter((day) => entries.has(day));
  return (
    <div className="min-h-0 flex-1 overflow-y-auto pb-20">
      {filled.length === 0 && <p className="py-3 text-sm text-ink-3">{calendarStrings.agendaEmpty}</p>}
      {filled.map((day) => (
        <section key={day} aria-label={dayWords(day)} className="grid gap-1 pb-4">
          <h3 className={classNames("text-sm font-bold", day === today && "text-accent")}>
            {dayWords(day)}
            {day === today && ` · ${calendarStrings.today}`}
          </h3>
          {entries.get(day)?.map((entry) => (
            <Entry key={`${entry.kind}-${entry.task.id}`} entry={entry} day={day} today={today} isWide />
          ))}
        </section>
      ))}
    </div>
  );
}
