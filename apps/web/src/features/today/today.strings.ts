import type { Energy } from "@kanban/domain/entities";
import type { TodayGrouping } from "@kanban/domain/today/group-today";

const tasks = (count: number) => `${count} ${count === 1 ? "task" : "tasks"}`;

/** Every word of the Today screen. */
export const todayStrings = {
  title: "Today",
  loading: "Loading today's tasks",
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
  energies: { low: "Low", medium: "Medium", high: "High" } satisfies Record<Energy, string>,
  contexts: "Contexts",
  groupBy: "Group by",
  groupings: { context: "Context", board: "Board", project: "Project" } satisfies Record<TodayGrouping, string>,
  noGroup: {
    context: "No context",
    board: "No board",
    project: "No project",
  } satisfies Record<TodayGrouping, string>,
  showAll: "Show all",
  done: (title: string) => `Done: ${title}`,
  start: "Start",
  startOf: (title: string) => `Start ${title}`,
  started: (title: string) => `Started “${title}”`,
  inDoing: "Doing",
  tomorrow: "Tomorrow",
  tomorrowOf: (title: string) => `Defer ${title} to tomorrow`,
  deferred: (title: string) => `“${title}” comes back tomorrow`,
  finished: (title: string) => `Done: “${title}”`,
  more: (title: string) => `More for ${title}`,
  due: "Due",
  dueChoices: { today: "Due today", tomorrow: "Due tomorrow", monday: "Due next Monday", none: "No due date" },
  openTask: "Open task",
  undo: "Undo",
  noDoneColumn: (board: string) => `“${board}” has no done column`,
  noDoingColumn: (board: string) => `“${board}” has no doing column`,
  estimate: (minutes: number) => (minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`),
  energyOf: (energy: Energy) => `${todayEnergies[energy]} energy`,
  project: (name: string) => `Project ${name}`,
  /** "Nothing to do here with 15 minutes and low energy". */
  nothingFits: (minutes: number | null, energy: Energy | null, contexts: readonly string[]) => {
    const given = [minutes !== null && `${minutes} minutes`, energy !== null && `${energy} energy`].filter(Boolean);
    const place = contexts.length > 0 ? ` at ${contexts.map((name) => `@${name}`).join(", ")}` : "";
    return `Nothing to do here${given.length > 0 ? ` with ${given.join(" and ")}` : ""}${place}`;
  },
  nothingFitsText: (hidden: number) => `${tasks(hidden)} would take more, or something else.`,
  emptyTitle: "Nothing left for today",
  emptyText: "Next actions and what is due on any of your boards come together here.",
  noBoardsTitle: "No boards yet",
  noBoardsText: "Today gathers next actions from all your boards.",
  toBoards: "To your boards",
  offlineTitle: "Today is not on this device yet",
  offlineText: "Boards you open are kept here, and then Today works without a network.",
  failedTitle: "Your boards could not be loaded",
  failedText: "Nothing is lost. Try again in a moment.",
  retry: "Retry",
  someMissing: (count: number) => `${count} ${count === 1 ? "board" : "boards"} could not be loaded yet.`,
  tooManyBoards: (shown: number, all: number) => `Shows ${shown} of your ${all} boards.`,
  readOnly: "Read only",
} as const;

const todayEnergies = { low: "Low", medium: "Medium", high: "High" } satisfies Record<Energy, string>;
