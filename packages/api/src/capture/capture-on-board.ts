import type { MutationInput } from "@kanban/domain/mutations";
import { planFirstItems } from "@kanban/domain/plan-task-create";
import { insertFirstItems } from "../checklist-item/insert-first-items.ts";
import type { ActorContext } from "../context.ts";
import { checkLabels } from "../label/label.repository.ts";
import { mutateBoard } from "../mutate-board.ts";
import { insertTask } from "../task/task-write.repository.ts";
import { placeInInbox } from "./place-in-inbox.ts";

/** Captures what a client has put into a task's fields itself; see {@link captureTask} for what comes as it is. */
export function captureOnBoard(ctx: ActorContext, input: MutationInput<"task.capture">) {
  return mutateBoard(ctx, "task.capture", input, async (scope) => {
    const { tx, boardId } = scope;
    const { contextIds = [], tagIds = [], assigneeIds = [], projectId = null } = input;
    await checkLabels(tx, boardId, { contextIds, tagIds, assigneeIds, projectId });
    return placeInInbox(scope, input, async ({ payload: { card, notes } }) => {
      await insertTask(tx, boardId, card, notes);
      const items = planFirstItems(card, input.checklist);
      await insertFirstItems(tx, boardId, card.id, items);
      return items;
    });
  });
}
