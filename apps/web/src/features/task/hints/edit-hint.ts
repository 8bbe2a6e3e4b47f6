import { assertNever } from "@kanban/domain/assert-never";
import type { HintValue } from "@kanban/domain/entities";
import { hintValueSchema } from "@kanban/domain/entities";
import { estimateWords, parseEstimate } from "@kanban/domain/estimate";
import { splitLines } from "../checklist/split-lines.ts";

/** The part of a hint that is edited as text; `null` for what is chosen from a list or a calendar. */
export function editedText(value: HintValue): string | null {
  switch (value.kind) {
    case "title":
    case "link":
      return value.title;
    case "summary":
    case "next-action":
      return value.text;
    case "checklist":
    case "questions":
      return value.items.join("\n");
    case "waiting":
      return value.who;
    case "estimate":
      return estimateWords(value.minutes);
    case "due-date":
    case "defer-date":
    case "tag":
    case "context":
    case "project":
    case "duplicate":
      return null;
    default:
      return assertNever(value);
  }
}

/** The hint with other words; `null` when they are none it could have. */
export function withText(value: HintValue, text: string): HintValue | null {
  const parsed = hintValueSchema.safeParse(changed(value, text));
  return parsed.success ? parsed.data : null;
}

function changed(value: HintValue, text: string): unknown {
  switch (value.kind) {
    case "title":
    case "link":
      return { ...value, title: text };
    case "summary":
    case "next-action":
      return { ...value, text };
    case "checklist":
    case "questions":
      return { ...value, items: splitLines(text).map((line) => line.text) };
    case "waiting":
      return { ...value, who: text };
    case "estimate": {
      const minutes = parseEstimate(text);
      return { ...value, minutes };
    }
    default:
      return value;
  }
}
