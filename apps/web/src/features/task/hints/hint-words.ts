import { assertNever } from "@kanban/domain/assert-never";
import type { HintValue } from "@kanban/domain/entities";
import { momentWords } from "../moment-words.ts";
import { taskStrings } from "../task.strings.ts";

/** What a hint proposes, in words: the field and its value. */
export function hintWords(value: HintValue, now: Date): { kind: string; value: string } {
  switch (value.kind) {
    case "due-date":
      return { kind: taskStrings.hints.kinds["due-date"], value: momentWords(value.dueAt, now) };
    default:
      return assertNever(value.kind);
  }
}
