import type { MutationInput } from "@kanban/domain/mutations";
import { planHintDismiss } from "@kanban/domain/hint/plan-hint";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { listHints } from "./hint.repository.ts";
import { writeDecisions } from "./write-hint-changes.ts";

/** Puts a hint away; its agent does not propose the same from the same words again. */
export function dismissHint(ctx: ActorContext, input: MutationInput<"hint.dismiss">) {
  return mutateBoard(ctx, "hint.dismiss", input, async (scope) => {
    const { tx, boardId } = scope;
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const hints = await listHints(tx, boardId, task.id);
    const hint = hints.find(({ id }) => id === input.hintId) ?? refuse("HINT_NOT_FOUND");
    const changes = planHintDismiss(hint);
    await writeDecisions(scope, task.id, changes);
    return changes;
  });
}
