import type { Energy } from "@kanban/domain/entities";

const tasks = (count: number) => `${count} ${count === 1 ? "task" : "tasks"}`;

/** The words of the Today screen that are not those of every list. */
export const todayStrings = {
  title: "Today",
  /** "4 of 17 tasks · 2 overdue · 1 due today". */
  counts: (shown: number, all: number, overdue: number, due: number) =>
    [
      shown === all ? tasks(all) : `${shown} of ${tasks(all)}`,
      overdue > 0 && `${overdue} overdue`,
      due > 0 && `${due} due today`,
    ]
      .filter(Boolean)
      .join(" · "),
  filters: "What you have",
  minutes: "Time",
  minutesUpTo: (minutes: number) => `≤ ${minutes} min`,
  any: "Any",
  energy: "Energy",
  /** "Nothing to do here with 15 minutes and low energy". */
  nothingFits: (minutes: number | null, energy: Energy | null, contexts: readonly string[]) => {
    const given = [minutes !== null && `${minutes} minutes`, energy !== null && `${energy} energy`].filter(Boolean);
    const place = contexts.length > 0 ? ` at ${contexts.map((name) => `@${name}`).join(", ")}` : "";
    return `Nothing to do here${given.length > 0 ? ` with ${given.join(" and ")}` : ""}${place}`;
  },
  nothingFitsText: (hidden: number) => `${tasks(hidden)} would take more, or something else.`,
  emptyTitle: "Nothing left for today",
  emptyText: "Next actions and what is due on any of your boards come together here.",
} as const;
