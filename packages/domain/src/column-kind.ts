import { assertNever } from "./assert-never.ts";

/** What a column means for flow; its name is the user's. */
export const columnKinds = ["inbox", "next", "doing", "waiting", "someday", "done"] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** True for the kinds in which a task is started and not finished (WIP). */
export function isInProgress(kind: ColumnKind): boolean {
  switch (kind) {
    case "doing":
    case "waiting":
      return true;
    case "inbox":
    case "next":
    case "someday":
    case "done":
      return false;
    default:
      return assertNever(kind);
  }
}

export type ColumnBlueprint = { name: string; kind: ColumnKind; wipLimit: number | null };

/** The columns of a new board. */
export const defaultColumns: readonly ColumnBlueprint[] = [
  { name: "Inbox", kind: "inbox", wipLimit: null },
  { name: "Next", kind: "next", wipLimit: null },
  { name: "Doing", kind: "doing", wipLimit: 3 },
  { name: "Waiting", kind: "waiting", wipLimit: null },
  { name: "Someday", kind: "someday", wipLimit: null },
  { name: "Done", kind: "done", wipLimit: null },
];
