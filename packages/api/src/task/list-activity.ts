import { boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { type Activity, listTaskEvents } from "./activity.repository.ts";

/** Entries of a task's history that its panel shows. */
const entries = 50;

export const activityInput = z.strictObject({ boardId: boardIdSchema, taskId: taskIdSchema });

/** What happened to a task, the latest first; TASK_NOT_FOUND for one that is not the actor's. */
export async function listActivity(
  { db, actor }: ActorContext,
  input: z.output<typeof activityInput>,
): Promise<Activity[]> {
  return listTaskEvents(db, actor.userId, input.boardId, input.taskId, entries);
}
