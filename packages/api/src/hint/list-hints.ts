import type { Hint } from "@kanban/domain/entities";
import { boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { refuse } from "@kanban/domain/refusal";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { isTaskVisible, listHints } from "./hint.repository.ts";

export const listHintsInput = z.strictObject({ boardId: boardIdSchema, taskId: taskIdSchema });

/** The hints of a task, oldest first; TASK_NOT_FOUND for a task the actor cannot see. */
export async function listHintsOfTask(
  { db, actor }: ActorContext,
  { boardId, taskId }: z.output<typeof listHintsInput>,
): Promise<Hint[]> {
  if (!(await isTaskVisible(db, boardId, taskId, actor.userId))) refuse("TASK_NOT_FOUND");
  return listHints(db, boardId, taskId);
}
