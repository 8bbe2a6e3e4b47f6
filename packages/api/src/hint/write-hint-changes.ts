import type { Change } from "@kanban/domain/change";
import type { TaskId } from "@kanban/domain/ids";
import type { BoardScope } from "../mutate-board.ts";
import { countProposedHints, writeDecision } from "./hint.repository.ts";

/** Writes the decisions among planned changes and brings the task's count in step. */
export async function writeDecisions(
  { tx, actor, now }: BoardScope,
  taskId: TaskId,
  changes: readonly Change[],
): Promise<void> {
  for (const { type, payload } of changes) {
    if (type === "hint.decided") await writeDecision(tx, payload.hintId, payload.state, { now, userId: actor.userId });
  }
  await countProposedHints(tx, taskId);
}
