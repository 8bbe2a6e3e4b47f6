import type { PalettePage } from "../shortcuts.ts";

const count = (n: number) => `${n} ${n === 1 ? "result" : "results"}`;

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
