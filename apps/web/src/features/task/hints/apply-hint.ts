import type { Hint } from "@kanban/domain/entities";
import type { ChecklistItemId } from "@kanban/domain/ids";
import type { Asked, Mutate } from "../../../sync/asked-change.ts";
import { newId } from "../../../sync/new-id.ts";

/** Applies a hint as it stands, with an id for every checklist item that comes of it. */
export function applyHint(mutate: Mutate, { id, taskId, value }: Hint): Asked {
  const items = value.kind === "checklist" ? value.items.length : value.kind === "next-action" ? 1 : 0;
  const itemIds = Array.from({ length: items }, () => newId<ChecklistItemId>());
  return mutate("hint.apply", { taskId, hintId: id, itemIds });
}
