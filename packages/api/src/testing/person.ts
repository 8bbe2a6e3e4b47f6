import { randomUUID } from "node:crypto";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { Column } from "@kanban/domain/entities";
import type { BoardId, ColumnId, MutationId, TaskId, UserId } from "@kanban/domain/ids";
import type { ActorContext } from "../context.ts";
import { appRouter } from "../root.ts";
import { createCallerFactory } from "../trpc.ts";

/* What tests do as somebody signed in. Apart from `apiTest`, so that whoever runs without vitest can do it, too. */

export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/** Somebody signed in. */
export type Person = {
  userId: UserId;
  /** The API as they see it. */
  api: Caller;
  /** For calling an operation without the router. */
  ctx: ActorContext;
};

export const newMutationId = () => randomUUID() as MutationId;
export const newTaskId = () => randomUUID() as TaskId;

export type TestBoard = { boardId: BoardId; epoch: string; columns: Record<ColumnKind, Column> };

/** A new board with the default columns. */
export async function newBoard({ api }: Person, name = "Home"): Promise<TestBoard> {
  const { boardId, epoch, events } = await api.board.create({ name, mutationId: newMutationId() });
  const change = events[0]?.change;
  if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
  const columns = Object.fromEntries(change.payload.columns.map((column) => [column.kind, column]));
  return { boardId, epoch, columns: columns as TestBoard["columns"] };
}

/** New tasks at the end of a column, in order. */
export async function newTasks(
  { api }: Person,
  boardId: BoardId,
  columnId: ColumnId,
  count: number,
): Promise<TaskId[]> {
  const taskIds: TaskId[] = [];
  for (let n = 1; n <= count; n++) {
    const taskId = newTaskId();
    await api.task.create({ boardId, columnId, taskId, title: `Task ${n}`, mutationId: newMutationId() });
    taskIds.push(taskId);
  }
  return taskIds;
}
