import type { Layout } from "@kanban/domain/view-values";

/** Every word of choosing how a board is shown. */
export const layoutStrings = {
  label: "View",
  names: { board: "Board", list: "List", calendar: "Calendar" } satisfies Record<Layout, string>,
  loading: "Loading the view",
} as const;
