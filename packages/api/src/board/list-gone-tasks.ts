import type { TaskCard } from "@kanban/domain/entities";
import { boardIdSchema, taskIdSchema } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { listGonePage } from "../task/gone-tasks.repository.ts";
import { getBoardClock } from "./board.repository.ts";

/** Tasks on one page of the archive and trash. */
const pageSize = 100;

const goneCursor = z.strictObject({ goneAt: z.iso.datetime(), taskId: taskIdSchema });

export const goneInput = z.strictObject({
  boardId: boardIdSchema,
  /** The `nextCursor` of the page before. */
  cursor: goneCursor.optional(),
});

export type GoneTask = {
  card: TaskCard;
  goneAt: Instant;
  archivedAt: Instant | null;
  deletedAt: Instant | null;
  /** Archived to be looked up. */
  referenceAt: Instant | null;
};
export type GonePage = { tasks: GoneTask[]; nextCursor: z.output<typeof goneCursor> | null };

/** Archived and trashed tasks, the latest first. */
export async function listGoneTasks(
  ctx: ActorContext,
  { boardId, cursor }: z.output<typeof goneInput>,
): Promise<GonePage> {
  await getBoardClock(ctx.db, boardId, ctx.actor.userId);
  const tasks = await listGonePage(ctx.db, boardId, cursor ?? null, pageSize);
  const last = tasks.at(-1);
  const nextCursor = last && tasks.length === pageSize ? { goneAt: last.goneAt, taskId: last.card.id } : null;
  return { tasks, nextCursor };
}
