import { boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { findOpenedTask, type OpenedTask } from "./opened-task.repository.ts";

/** PostgreSQL's integer: a number beyond it belongs to no task. */
const largestNumber = 2_147_483_647;

export const getTaskInput = z.union([
  z.strictObject({ boardId: boardIdSchema, taskId: taskIdSchema }),
  /** The 12 of `HOME-12`. */
  z.strictObject({ boardId: boardIdSchema, number: z.int().min(1).max(largestNumber) }),
]);

/** A task with its bodies, by id or by number; also one in the archive or trash. */
export async function getTask({ db, actor }: ActorContext, input: z.output<typeof getTaskInput>): Promise<OpenedTask> {
  const which = "taskId" in input ? { taskId: input.taskId, number: null } : { taskId: null, number: input.number };
  return (await findOpenedTask(db, actor.userId, input.boardId, which)) ?? refuse("TASK_NOT_FOUND");
}
