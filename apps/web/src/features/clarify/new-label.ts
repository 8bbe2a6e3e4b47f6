import type { BoardView } from "@kanban/domain/board-view";
import type { ContextId, TagId } from "@kanban/domain/ids";
import type { LabelColor } from "@kanban/domain/label-colors";
import type { Asked, Mutate } from "../../sync/asked-change.ts";

/** A label somebody typed on the way to a decision; it is made with the decision, and goes with it when that is undone. */
export type NewLabel =
  | { kind: "context"; id: ContextId; name: string }
  | { kind: "tag"; id: TagId; name: string; color: LabelColor };

type UsedLabels = { contextIds?: readonly ContextId[]; tagIds?: readonly TagId[] };

/** Those the board does not have: a decision that is refused leaves the labels that were made with it. */
export function notMade(
  labels: readonly NewLabel[],
  { contexts, tags }: Pick<BoardView, "contexts" | "tags">,
): NewLabel[] {
  return labels.filter((label) => !(label.kind === "context" ? contexts[label.id] : tags[label.id]));
}

/** Makes those that the decision uses, up to one that is refused, which is answered. */
export function makeLabels(mutate: Mutate, labels: readonly NewLabel[], used: UsedLabels): Asked | null {
  for (const label of labels) {
    const asked = makeLabel(mutate, label, used);
    if (asked?.refused) return asked;
  }
  return null;
}

function makeLabel(mutate: Mutate, label: NewLabel, { contextIds, tagIds }: UsedLabels): Asked | null {
  const { name } = label;
  if (label.kind === "context")
    return contextIds?.includes(label.id) ? mutate("context.create", { contextId: label.id, name }) : null;
  return tagIds?.includes(label.id) ? mutate("tag.create", { tagId: label.id, name, color: label.color }) : null;
}
