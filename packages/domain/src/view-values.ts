/** The ways a board shows its tasks; the filter is the same in all. */
export const layouts = ["board", "list", "calendar"] as const;
export type Layout = (typeof layouts)[number];

/** What the tasks of a board can be grouped by. */
export const groupings = ["project", "context", "assignee", "priority"] as const;
export type Grouping = (typeof groupings)[number];
