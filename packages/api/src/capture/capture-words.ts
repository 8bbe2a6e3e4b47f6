import { faultOf } from "@kanban/db-api/fault";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { MutationInput } from "@kanban/domain/mutations";
import { rankInGap } from "@kanban/domain/place";
import { planTaskCreate } from "@kanban/domain/plan-task-create";
import { needsRebalance } from "@kanban/domain/rank";
import type { ActorContext } from "../context.ts";
import type { MutationKey } from "../mutation.repository.ts";
import { seeInbox, type SeenInbox, writeWords } from "./words.repository.ts";

/** Thoughts that come at once lose a race for the number; who loses three waits in line, as everybody else does. */
const attempts = 3;

/**
 * What `mutateBoard` does for a capture, as nearly all are: new words, by somebody who may, into an inbox that has room
 * and stands for no context. Somebody waits for each to be safe, so it is one look and one write that holds only if
 * nothing has changed between. Answers `null`, and has done nothing, where anything is otherwise: the general way then
 * finds out what, and says it.
 */
export async function captureWords(
  { pool, actor, cause, clock }: ActorContext,
  key: MutationKey,
  { boardId, ...input }: CapturedWords,
): Promise<MutationAnswer | null> {
  const taskId = key.mutationId as string as TaskId;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const inbox = await seeInbox(pool, { userId: actor.userId, boardId, key });
    if (!inbox || !isOrdinary(inbox)) return null;
    const { number, column, below } = inbox;
    const now = clock.now().toISOString();
    const rank = rankInGap({ above: null, below });
    if (needsRebalance(rank)) return null;
    const created = planTaskCreate({ taskId, number, column, rank, input, overrodeWip: null, now });
    try {
      return await writeWords(pool, inbox, key, { actor, cause, now, created });
    } catch (error) {
      if (faultOf(error) !== "conflict") throw error;
    }
  }
  return null;
}

function isOrdinary({ boardTasks, column: { openTasks, wipLimit, contextId } }: SeenInbox): boolean {
  return boardTasks < limits.openTasksPerBoard && contextId === null && (wipLimit === null || openTasks < wipLimit);
}

/** All that words alone have; a board that is not named is the one the person captures into. */
type CapturedWords = Pick<MutationInput<"task.capture">, "title" | "notes" | "source" | "capturedAt"> & {
  boardId: BoardId | null;
};
