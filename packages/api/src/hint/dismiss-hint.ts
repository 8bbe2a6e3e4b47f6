import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import { planHintDismiss } from "@kanban/domain/hint/plan-hint";
import type { MutationId } from "@kanban/domain/ids";
import type { MutationInput } from "@kanban/domain/mutations";
import { refuse } from "@kanban/domain/refusal";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { newId } from "../new-id.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { foldHintKind } from "./fold-hint-kind.ts";
import { listHints } from "./hint.repository.ts";
import { writeDecisions } from "./write-hint-changes.ts";

/**
 * Puts a hint away; its agent does not propose the same from the same words again. When its kind has hardly been taken
 * lately, that folds itself away right after; a crash in between leaves it to the next one put away.
 */
export async function dismissHint(ctx: ActorContext, input: MutationInput<"hint.dismiss">) {
  let kind: HintKind | null = null;
  const answer = await mutateBoard(ctx, "hint.dismiss", input, async (scope) => {
    const { tx, boardId } = scope;
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    const hints = await listHints(tx, boardId, task.id);
    const hint = hints.find(({ id }) => id === input.hintId) ?? refuse("HINT_NOT_FOUND");
    const changes = planHintDismiss(hint);
    await writeDecisions(scope, task.id, changes);
    kind = hint.value.kind;
    return changes;
  });
  if (kind) {
    const mutationId = newId(ctx.clock.now()) as MutationId;
    await foldHintKind(ctx, { boardId: input.boardId, mutationId, kind });
  }
  return answer;
}
