import type { MutationInput } from "@kanban/domain/mutations";
import { planHintApply } from "@kanban/domain/hint/plan-hint";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import { listChecklistItems } from "../checklist-item/checklist-item.repository.ts";
import { insertFirstItems } from "../checklist-item/insert-first-items.ts";
import type { ActorContext } from "../context.ts";
import { checkLabels } from "../label/label.repository.ts";
import { mutateBoard } from "../mutate-board.ts";
import { writeTask } from "../task/task-write.repository.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { listHints } from "./hint.repository.ts";
import { writeDecisions } from "./write-hint-changes.ts";

/**
 * Does what a hint proposes, or what it was edited to, as the person who applies it: the task's update or its new
 * checklist items, the decision, and the end of the task's
 * other proposals of that kind, all or none.
 */
export function applyHint(ctx: ActorContext, input: MutationInput<"hint.apply">) {
  const byHint: ActorContext = { ...ctx, actor: { ...ctx.actor, means: "hint" } };
  return mutateBoard(byHint, "hint.apply", input, async (scope) => {
    const { tx, boardId, now } = scope;
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const hints = await listHints(tx, boardId, task.id);
    const hint = hints.find(({ id }) => id === input.hintId) ?? refuse("HINT_NOT_FOUND");
    const checklist = await listChecklistItems(tx, task.id);
    const changes = planHintApply({ task, checklist, hint, hints, input, now });
    for (const { type, payload } of changes) {
      if (type !== "task.updated") continue;
      const { contextIds = [], tagIds = [], projectId = null } = payload.after;
      await checkLabels(tx, boardId, { contextIds, tagIds, projectId });
      await writeTask(tx, boardId, task, defined(payload.after), payload.version);
    }
    const items = changes.filter((change) => change.type === "checklist-item.created");
    await insertFirstItems(tx, boardId, task.id, items);
    await writeDecisions(scope, task.id, changes);
    return changes;
  });
}
