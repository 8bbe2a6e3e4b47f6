import type { MutationInput } from "@kanban/domain/mutations";
import { planTaskLinkCreate } from "@kanban/domain/plan-task-link";
import { refuse } from "@kanban/domain/refusal";
import { lockBoard } from "../board/board.repository.ts";
import type { ActorContext } from "../context.ts";
import { mutateBoard } from "../mutate-board.ts";
import { findLiveTask } from "../task/task.repository.ts";
import { insertLink, listLinks } from "./task-link.repository.ts";

/** Says that one task blocks another, or that two relate. */
export function createTaskLink(ctx: ActorContext, input: MutationInput<"taskLink.create">) {
  return mutateBoard(ctx, "taskLink.create", input, async ({ tx, boardId }) => {
    const { linkId: id, kind, taskId: fromId, otherTaskId: toId } = input;
    for (const taskId of [fromId, toId]) {
      if (!(await findLiveTask(tx, boardId, taskId))) refuse("TASK_NOT_FOUND");
    }
    // Two links made at once, each fine by itself, may close a circle: they are made one after the other.
    await lockBoard(tx, boardId);
    const change = planTaskLinkCreate(await listLinks(tx, boardId), { id, kind, fromId, toId });
    if (!(await insertLink(tx, boardId, change.payload.link))) refuse("ID_TAKEN");
    return [change];
  });
}
