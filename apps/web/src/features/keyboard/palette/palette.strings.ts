import type { PalettePage, ShortcutId } from "../shortcuts.ts";

const count = (n: number) => `${n} ${n === 1 ? "result" : "results"}`;

const tasks = (n: number) => `${n} ${n === 1 ? "task" : "tasks"}`;

/** The commands there are for several tasks together, in words that say so. */
const together: Partial<Record<ShortcutId, (n: number) => string>> = {
  due: (n) => `Due date of ${tasks(n)}…`,
  tags: (n) => `Tags of ${tasks(n)}…`,
  assign: (n) => `Assign ${tasks(n)}…`,
  contexts: (n) => `Contexts of ${tasks(n)}…`,
  project: (n) => `Project of ${tasks(n)}…`,
  priority: (n) => `Priority of ${tasks(n)}…`,
  "move-to": (n) => `Move ${tasks(n)} to…`,
  "move-left": (n) => `Move ${tasks(n)} to the column on the left`,
  "move-right": (n) => `Move ${tasks(n)} to the column on the right`,
  archive: (n) => `Archive ${tasks(n)}`,
  trash: (n) => `Move ${tasks(n)} to trash`,
};

/** Every word of the palette. */
export const paletteStrings = {
  label: "Search and run commands",
  entry: "Search or run…",
  placeholder: "Type a command, a task or HOME-12…",
  list: "Commands",
  recent: "Recent",
  commands: "Commands",
  boards: "Boards",
  views: "Views",
  goToView: (name: string) => `Go to view ${name}`,
  tasks: "Tasks",
  board: "Board",
  nothing: (query: string) => `Nothing is called “${query}”.`,
  nothingHint: "Try fewer letters, or a task’s number.",
  empty: "Nothing here yet. Type a name to create it.",
  found: count,
  goTo: (name: string) => `Go to ${name}`,
  moveTo: (column: string) => `Move to ${column}`,
  moveTogether: (n: number, column: string) => `Move ${tasks(n)} to ${column}`,
  together,
  here: "here",
  create: (name: string) => `Create “${name}”`,
  today: "Today",
  tomorrow: "Tomorrow",
  nextMonday: "Next Monday",
  noDue: "No due date",
  otherDay: "Another day or time…",
  back: "Back",
  close: "Close",
  chosen: "chosen",
  partly: "chosen for some",
  hints: { move: "to move", run: "to run", back: "to go back", close: "to close" },
  pages: {
    move: "Move to",
    due: "Due date",
    tags: "Tags",
    assign: "Assign",
    contexts: "Contexts",
    project: "Project",
    priority: "Priority",
  } satisfies Record<PalettePage, string>,
} as const;
