import type { Column } from "@kanban/domain/entities";
import type { ColumnId } from "@kanban/domain/ids";
import type { ApiOutputs } from "../../../trpc/app-router.ts";
import { activityStrings } from "./activity.strings.ts";

export type Activity = ApiOutputs["task"]["activity"][number];

const fieldNames: ReadonlyMap<string, string> = new Map(Object.entries(activityStrings.fields));
const importedNames: ReadonlyMap<string, string> = new Map(Object.entries(activityStrings.imported));
/** What the predecessor did by itself: the event's actor is only whose task it was. */
const nobodysDoing: ReadonlySet<string | null> = new Set(["STALE", "RULE_TRIGGERED"]);

/** One entry of a task's history as a phrase; `null` for what a newer server tells and this build does not know. */
export function activityWords(
  entry: Activity,
  columns: Readonly<Partial<Record<ColumnId, Pick<Column, "name">>>>,
): string | null {
  const nameOf = (id: ColumnId | null) => (id ? columns[id]?.name : undefined) ?? activityStrings.goneColumn;
  const texts = activityStrings.types;
  switch (entry.type) {
    case "task.created":
      return texts.created;
    case "task.updated": {
      const fields = entry.fields.flatMap((field) => fieldNames.get(field) ?? []);
      if (fields.length > 0) return texts.updated(listOf(fields));
      return importedNames.get(entry.importedAs ?? "") ?? texts.changed;
    }
    case "task.moved":
      // There a task was completed where it stood; that it moved is our way to say it.
      if (entry.importedAs === "COMPLETED") return activityStrings.imported.COMPLETED;
      return entry.fromColumnId === entry.toColumnId ? texts.reordered : texts.moved(nameOf(entry.toColumnId));
    case "task.archived":
      return texts.archived;
    case "task.removed":
      return texts.trashed;
    case "task.restored":
      return texts.restored;
    case "checklist-item.created":
      return texts.itemAdded;
    case "checklist-item.updated":
      return entry.fields.includes("isDone") ? texts.itemTicked : texts.itemRenamed;
    case "checklist-item.moved":
      return texts.itemMoved;
    case "checklist-item.removed":
      return texts.itemRemoved;
    case "attachment.created":
      return texts.fileAdded;
    case "attachment.updated":
      return texts.fileRenamed;
    case "attachment.removed":
      return texts.fileRemoved;
    case "attachment.restored":
      return texts.fileRestored;
    case "task.covered":
      return texts.covered;
    case "hint.recorded":
      return texts.hintProposed;
    case "hint.decided":
      return texts.hintDecided;
    case "hint.reopened":
      return texts.hintReopened;
    case "comment.removed":
      return texts.commentRemoved;
    case "task-link.created":
      return texts.linked;
    case "task-link.removed":
      return texts.unlinked;
    default:
      return null;
  }
}

function listOf(words: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "conjunction" }).format(words);
}

export type ActivityLine = { id: string; text: string; count: number; at: string; by: string | null };

/** The history as lines: small changes of one kind by one person in a row are one line, so that the moves stand out. */
export function activityLines(
  entries: readonly Activity[],
  columns: Parameters<typeof activityWords>[1],
  selfId: string | undefined,
): ActivityLine[] {
  const lines: ActivityLine[] = [];
  for (const entry of entries) {
    const text = activityWords(entry, columns);
    if (text === null) continue;
    const isUnnamed = entry.actor.name === "" || nobodysDoing.has(entry.importedAs);
    const by = entry.actor.userId === selfId || isUnnamed ? null : entry.actor.name;
    const last = lines.at(-1);
    if (last && last.text === text && last.by === by && entry.type !== "task.moved") last.count += 1;
    else lines.push({ id: entry.id, text, count: 1, at: entry.at, by });
  }
  return lines;
}
