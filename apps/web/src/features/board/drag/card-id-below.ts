import type { TaskId } from "@kanban/domain/ids";
import { dropIndex } from "./drop-index.ts";

/** The drawn card of `list` that a card dropped at `pointerY` would stand above; `null` at the end of the list. */
export function cardIdBelow(list: HTMLElement, pointerY: number, draggedId: TaskId): TaskId | null {
  const cards = [...list.querySelectorAll<HTMLElement>("[data-task-id]")].filter(
    // Cards that are carried along take no room.
    (card) => card.dataset.taskId !== draggedId && card.getClientRects().length > 0,
  );
  const index = dropIndex(
    cards.map((card) => card.getBoundingClientRect()),
    pointerY,
  );
  return (cards[index]?.dataset.taskId as TaskId | undefined) ?? null;
}
