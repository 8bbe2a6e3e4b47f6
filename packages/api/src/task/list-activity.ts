import type { Change } from "@kanban/domain/change";
import { boardIdSchema, type ColumnId, taskIdSchema, type UserId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { listTaskEvents } from "./activity.repository.ts";

/** Entries of a task's history that its panel shows. */
const entries = 50;

export const activityInput = z.strictObject({ boardId: boardIdSchema, taskId: taskIdSchema });

/** One entry of a task's history. */
export type Activity = {
  id: string;
  seq: number;
  type: Change["type"];
  at: Instant;
  actor: { userId: UserId; name: string; means: "hand" | "hint" | "demo" };
  /** Of a move. */
  fromColumnId: ColumnId | null;
  toColumnId: ColumnId | null;
  /** Names of the fields an update changed. */
  fields: string[];
};

/** What happened to a task, the latest first; TASK_NOT_FOUND for one that is not the actor's. */
export async function listActivity(
  { db, actor }: ActorContext,
  input: z.output<typeof activityInput>,
): Promise<Activity[]> {
  return listTaskEvents(db, actor.userId, input.boardId, input.taskId, entries);
}
