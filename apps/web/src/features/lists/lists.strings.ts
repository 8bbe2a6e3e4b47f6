import type { Energy } from "@kanban/domain/entities";
import type { TaskGrouping } from "@kanban/domain/lists/group-tasks";

const tasks = (count: number) => `${count} ${count === 1 ? "task" : "tasks"}`;
const energies = { low: "Low", medium: "Medium", high: "High" } satisfies Record<Energy, string>;

/** The words that all lists over several boards share. */
export const listsStrings = {
  loading: (title: string) => `Loading ${title}`,
  tasks,
  contexts: "Contexts",
  groupBy: "Group by",
  groupings: { context: "Context", board: "Board", project: "Project" } satisfies Record<TaskGrouping, string>,
  noGroup: {
    context: "No context",
    board: "No board",
    project: "No project",
  } satisfies Record<TaskGrouping, string>,
  showAll: "Show all",
  done: (title: string) => `Done: ${title}`,
  start: "Start",
  startOf: (title: string) => `Start ${title}`,
  started: (title: string) => `Started “${title}”`,
  inDoing: "Doing",
  highPriority: "High priority",
  tomorrow: "Tomorrow",
  tomorrowOf: (title: string) => `Defer ${title} to tomorrow`,
  deferUntil: "Defer until…",
  deferTitle: "Defer until",
  deferText: (title: string) => `“${title}” is out of sight until then.`,
  deferredTo: (title: string, day: string) => `“${title}” comes back ${day}`,
  tomorrowLater: "tomorrow",
  finished: (title: string) => `Done: “${title}”`,
  more: (title: string) => `More for ${title}`,
  dueChoices: { today: "Due today", tomorrow: "Due tomorrow", monday: "Due next Monday", none: "No due date" },
  undo: "Undo",
  save: "Save",
  cancel: "Cancel",
  day: "Day",
  noColumn: {
    done: (board: string) => `“${board}” has no done column`,
    doing: (board: string) => `“${board}” has no doing column`,
    next: (board: string) => `“${board}” has no next column`,
    inbox: (board: string) => `“${board}” has no inbox column`,
    someday: (board: string) => `“${board}” has no someday column`,
    waiting: (board: string) => `“${board}” has no waiting column`,
  },
  estimate: (minutes: number) => (minutes < 60 ? `${minutes} min` : `${Math.round(minutes / 6) / 10} h`),
  energyOf: (energy: Energy) => `${energies[energy]} energy`,
  energies,
  /** A task that was put off and whose day has come. */
  back: (day: string) => `Back since ${day}`,
  keep: "Leave it here",
  kept: (title: string) => `“${title}” stays where it is`,
  noBoardsTitle: "No boards yet",
  noBoardsText: (title: string) => `${title} gathers from all your boards.`,
  toBoards: "To your boards",
  offlineTitle: (title: string) => `${title} is not on this device yet`,
  offlineText: (title: string) => `Boards you open are kept here, and then ${title} works without a network.`,
  failedTitle: "Your boards could not be loaded",
  failedText: "Nothing is lost. Try again in a moment.",
  retry: "Retry",
  someMissing: (count: number) => `${count} ${count === 1 ? "board" : "boards"} could not be loaded yet.`,
} as const;
