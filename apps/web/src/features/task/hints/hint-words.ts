import { assertNever } from "@kanban/domain/assert-never";
import type { BoardView } from "@kanban/domain/board-view";
import type { HintValue } from "@kanban/domain/entities";
import { momentWords } from "../moment-words.ts";
import { taskStrings } from "../task.strings.ts";

/** What a hint proposes, in words: the field and its value. A label or task that is gone has no name. */
export function hintWords(value: HintValue, view: BoardView, now: Date): { kind: string; value: string } {
  return { kind: taskStrings.hints.kinds[value.kind], value: valueWords(value, view, now) };
}

function valueWords(value: HintValue, view: BoardView, now: Date): string {
  const words = taskStrings.hints;
  switch (value.kind) {
    case "due-date":
      return momentWords(value.dueAt, now);
    case "defer-date":
      return momentWords(value.deferUntil, now);
    case "tag":
      return `#${view.tags[value.tagId]?.name ?? words.gone}`;
    case "context":
      return `@${view.contexts[value.contextId]?.name ?? words.gone}`;
    case "project":
      return view.projects[value.projectId]?.name ?? words.gone;
    case "duplicate":
      return view.tasks[value.otherTaskId]?.title ?? words.gone;
    case "checklist":
    case "questions":
      return value.items.join(" · ");
    case "estimate":
      return words.estimate(value.minutes, value.low, value.high, value.basedOn);
    case "waiting":
      return value.followUpOn ? words.followUp(value.who, momentWords(value.followUpOn, now)) : value.who;
    case "title":
      return value.title;
    case "link":
      return [value.title, value.site, value.minutes && words.minutes(value.minutes)].filter(Boolean).join(" · ");
    case "summary":
    case "next-action":
      return value.text;
    default:
      return assertNever(value);
  }
}
