import type { MutationInput } from "@kanban/domain/mutations";
import { planHintApply } from "@kanban/domain/plan-hint";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { writeTask } from "../task/task-write.repository.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { listHints } from "./hint.repository.ts";
import { writeDecisions } from "./write-hint-changes.ts";

/**
 * Does what a hint proposes, as the person who applies it: the task's update, the decision, and the end of the task's
 * other proposals of that kind, all or none.
 */
export function applyHint(ctx: ActorContext, input: MutationInput<"hint.apply">) {
  const byHint: ActorContext = { ...ctx, actor: { ...ctx.actor, means: "hint" } };
  return mutateBoard(byHint, "hint.apply", input, async (scope) => {
    const { tx, boardId } = scope;
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const hints = await listHints(tx, boardId, task.id);
    const hint = hints.find(({ id }) => id === input.hintId) ?? refuse("HINT_NOT_FOUND");
    const changes = planHintApply(task, hint, hints, input);
    for (const { type, payload } of changes) {
      if (type === "task.updated") await writeTask(tx, boardId, task, defined(payload.after), payload.version);
    }
    await writeDecisions(scope, task.id, changes);
    return changes;
  });
}
