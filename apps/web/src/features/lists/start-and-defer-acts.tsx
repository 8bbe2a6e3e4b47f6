import { CalendarClock, Play, Sunrise } from "lucide-react";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { nextDay } from "@kanban/domain/today/local-day";
import type { Now } from "@kanban/domain/today/next-action";
import { momentWords } from "../task/moment-words.ts";
import { listsStrings } from "./lists.strings.ts";
import type { RowAct } from "./row-act.ts";
import type { RowActs } from "./use-list-acts.tsx";

/** Begins a task, where it is not begun. */
export function startAct(entry: ListedTask, acts: RowActs): RowAct[] {
  if (entry.kind === "doing") return [];
  const { title } = entry.task;
  const icon = <Play size={14} aria-hidden />;
  const run = () => void acts.start(entry);
  return [{ label: listsStrings.start, name: listsStrings.startOf(title), icon, command: "row-start", run }];
}

/** Puts a task off, to tomorrow or any day. */
export function deferActs(entry: ListedTask, acts: RowActs, now: Now): RowAct[] {
  const { title, deferUntil } = entry.task;
  const tomorrow = nextDay(now.day);
  return [
    {
      label: listsStrings.tomorrow,
      name: listsStrings.tomorrowOf(title),
      icon: <Sunrise size={14} aria-hidden />,
      command: "row-defer",
      run: () => void acts.defer(entry, tomorrow, listsStrings.tomorrowLater),
    },
    {
      label: listsStrings.deferUntil,
      icon: <CalendarClock size={14} aria-hidden />,
      run: () =>
        acts.askDay({
          title: listsStrings.deferTitle,
          text: listsStrings.deferText(title),
          day: deferUntil !== null && deferUntil > now.day ? deferUntil.slice(0, 10) : null,
          min: tomorrow,
          onDay: (day) => void acts.defer(entry, day, momentWords(day, now.at)),
        }),
    },
  ];
}
