import type { ContextId, TagId } from "@kanban/domain/ids";
import type { LabelColor } from "@kanban/domain/label-colors";
import type { Mutate } from "../../sync/asked-change.ts";

/** A label somebody typed on the way to a decision; it is made with the decision, and goes with it when that is undone. */
export type NewLabel =
  | { kind: "context"; id: ContextId; name: string }
  | { kind: "tag"; id: TagId; name: string; color: LabelColor };

/** Makes those that the decision uses. */
export function makeLabels(
  mutate: Mutate,
  labels: readonly NewLabel[],
  used: { contextIds?: readonly ContextId[]; tagIds?: readonly TagId[] },
): void {
  for (const label of labels) {
    if (label.kind === "context") {
      if (used.contextIds?.includes(label.id)) mutate("context.create", { contextId: label.id, name: label.name });
    } else if (used.tagIds?.includes(label.id)) {
      mutate("tag.create", { tagId: label.id, name: label.name, color: label.color });
    }
  }
}
