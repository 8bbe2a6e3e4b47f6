import type { TaskDetail } from "@kanban/domain/entities";
import { applyChange } from "@kanban/domain/apply-change";
import type { BoardView } from "@kanban/domain/board-view";
import type { Change } from "@kanban/domain/change";

/**
 * The board after one change. A new task's bodies are known from its creation, so that its panel opens without asking,
 * also before the server has heard of it.
 */
export function applyWithBodies(view: BoardView, change: Change): BoardView {
  const next = applyChange(view, change);
  if (change.type !== "task.created" || next.details[change.payload.card.id]) return next;
  const { card, notes } = change.payload;
  const detail: TaskDetail = {
    notes,
    notesVersion: card.version,
    checklist: [],
    hints: [],
    comments: [],
    attachments: [],
  };
  return { ...next, details: { ...next.details, [card.id]: detail } };
}
