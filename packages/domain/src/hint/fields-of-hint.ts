import { assertNever } from "../assert-never.ts";
import type { TaskFields } from "../change.ts";
import type { HintValue } from "../entities.ts";
import type { Instant } from "../moment.ts";
import { linkNote } from "./link-note.ts";

const added = <Id extends string>(ids: readonly Id[], id: Id): Id[] => [...new Set([...ids, id])].sort();
const onTop = (text: string, notes: string) => (notes === "" ? text : `${text}\n\n${notes}`);

/** The fields a hint would set, with their new values; what becomes checklist items or another task is not among them. */
export function fieldsOfHint(value: HintValue, task: TaskFields, now: Instant): Partial<TaskFields> {
  switch (value.kind) {
    case "due-date":
      return { dueAt: value.dueAt };
    case "defer-date":
      return { deferUntil: value.deferUntil };
    case "tag":
      return { tagIds: added(task.tagIds, value.tagId) };
    case "context":
      return { contextIds: added(task.contextIds, value.contextId) };
    case "project":
      return { projectId: value.projectId };
    case "estimate":
      return { estimateMinutes: value.minutes };
    case "waiting": {
      const { who, followUpOn } = value;
      return { waitingFor: { who, since: task.waitingFor?.since ?? now, followUpOn } };
    }
    case "title":
      return { title: value.title };
    case "link": {
      const note = linkNote(value);
      // A title that is nothing but the link says less than the page's own.
      const title = task.title.trim() === value.url ? { title: value.title } : {};
      return task.notes.includes(note) ? title : { ...title, notes: onTop(note, task.notes) };
    }
    case "summary":
      return task.notes.includes(value.text) ? {} : { notes: onTop(value.text, task.notes) };
    case "questions":
      return { notes: onTop(value.items.map((item) => `- ${item}`).join("\n"), task.notes) };
    case "checklist":
    case "next-action":
    case "duplicate":
      return {};
    default:
      return assertNever(value);
  }
}
