const tasks = (n: number) => `${n} ${n === 1 ? "task" : "tasks"}`;

/** Every word of choosing several tasks and acting on them. */
export const selectStrings = {
  selected: (n: number) => (n === 0 ? "Nothing selected" : `${tasks(n)} selected`),
  cardIsSelected: "Selected",
  bar: "Selected tasks",
  count: (n: number) => `${n} selected`,
  clear: "Clear selection",
  menu: (n: number) => `Menu of ${tasks(n)}`,
  select: "Select",
  deselect: "Deselect",
  actions: {
    move: "Move to…",
    tags: "Tags",
    contexts: "Contexts",
    project: "Project",
    assign: "Assign",
    due: "Due",
    priority: "Priority",
    archive: "Archive",
    trash: "Trash",
  },
  find: { tags: "Find or create a tag", contexts: "Find or create a context", project: "Find or create a project" },
  findPerson: "Find a person",
  noProject: "No project",
  moveTitle: (n: number) => `Move ${tasks(n)}`,
  undo: "Undo",
  tooMany: (limit: number) => `At most ${limit} tasks at once. Select fewer.`,
  done: {
    moved: (n: number, column: string) => `Moved ${tasks(n)} to ${column}`,
    archived: (n: number) => `Archived ${tasks(n)}`,
    trashed: (n: number) => `Moved ${tasks(n)} to the trash`,
    changed: (n: number) => `Changed ${tasks(n)}`,
    added: (n: number, what: string) => `Added ${what} to ${tasks(n)}`,
    removed: (n: number, what: string) => `Took ${what} off ${tasks(n)}`,
  },
} as const;
