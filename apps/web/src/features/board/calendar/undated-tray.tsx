"use client";

import type { TaskCard } from "@kanban/domain/entities";
import { calendarStrings } from "./calendar.strings.ts";
import { Entry } from "./entry.tsx";

/** Enough to choose from; a longer list is found by filtering. */
const mostShown = 60;

/** Tasks without a date, to be carried to a day. */
export function UndatedTray({ tasks, today }: { tasks: readonly TaskCard[]; today: string }) {
  return (
    <section
      aria-label={calendarStrings.undated}
      className="flex w-56 shrink-0 flex-col gap-2 overflow-y-auto rounded-l bg-sunken p-2.5"
    >
      <h2 className="flex items-baseline gap-1.5 text-sm font-bold">
        {calendarStrings.undated} <span className="text-xs font-medium text-ink-3">{tasks.length}</span>
      </h2>
      <p className="text-xs text-pretty text-ink-3">
        {tasks.length === 0 ? calendarStrings.undatedNone : calendarStrings.undatedHint}
      </p>
      <ul className="grid gap-1">
        {tasks.slice(0, mostShown).map((task) => (
          <li key={task.id} className="grid">
            <Entry entry={{ task, kind: "due", time: null }} day={null} today={today} isWide />
          </li>
        ))}
      </ul>
      {tasks.length > mostShown && (
        <p className="text-xs text-ink-3">{calendarStrings.undatedMore(tasks.length - mostShown)}</p>
      )}
    </section>
  );
}
