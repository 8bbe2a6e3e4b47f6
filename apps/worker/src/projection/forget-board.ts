import type { PoolClient } from "pg";
import { forgetLabels } from "./label-projection.repository.ts";
import { forgetTasks } from "./task-projection.repository.ts";

/** Forgets all that is known of a board. */
export async function forgetBoard(tx: PoolClient, boardId: string): Promise<void> {
  await forgetTasks(tx, boardId);
  await forgetLabels(tx, boardId);
}
