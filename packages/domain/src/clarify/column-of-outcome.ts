import { assertNever } from "../assert-never.ts";
import type { ColumnKind } from "../column-kind.ts";
import type { Column } from "../entities.ts";
import { refuse } from "../refusal.ts";
import type { ClarifyOutcome } from "./clarify-outcome.ts";

/** Where an outcome leaves its task: in a column of a kind, where it was, or off the board. */
export type Destination = ColumnKind | "stays" | "archive" | "trash";

/** Where an outcome leaves its task. */
export function destinationOf(outcome: ClarifyOutcome): Destination {
  switch (outcome.kind) {
    case "do-now":
      return outcome.left;
    case "next-action":
    case "project":
      return "next";
    case "waiting":
      return "waiting";
    case "someday":
      return "someday";
    case "reference":
      return "archive";
    case "trash":
      return "trash";
    case "snooze":
      return "stays";
    default:
      return assertNever(outcome);
  }
}

/** The first column of that kind, unless the task is in one already; COLUMN_KIND_MISSING when the board has none. */
export function columnOfKind(ordered: readonly Column[], current: Column, kind: ColumnKind): Column {
  if (current.kind === kind) return current;
  return ordered.find((column) => column.kind === kind) ?? refuse("COLUMN_KIND_MISSING", { kind });
}
