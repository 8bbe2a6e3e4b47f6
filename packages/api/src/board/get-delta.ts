import type { BoardDelta } from "@kanban/domain/board-event";
import { boardIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { listEvents } from "../event-log.repository.ts";
import { getBoardClock } from "./board.repository.ts";

export const deltaInput = z.strictObject({
  boardId: boardIdSchema,
  /** The seq the asker has. */
  since: z.int().min(0),
  /** The epoch the asker's seq belongs to. */
  epoch: z.uuid().toLowerCase().optional(),
});

/** What happened on a board since `since`; `reset` when the asker is too far behind or from another epoch. */
export async function getDelta({ db, actor }: ActorContext, input: z.output<typeof deltaInput>): Promise<BoardDelta> {
  const { boardId, since } = input;
  const { epoch, seq } = await getBoardClock(db, boardId, actor.userId);
  const reset: BoardDelta = { outcome: "reset", epoch, seq };
  if ((input.epoch !== undefined && input.epoch !== epoch) || since > seq || seq - since > limits.deltaEvents)
    return reset;
  const events = since === seq ? [] : await listEvents(db, boardId, since + 1, seq);
  // Fewer than the clock says: the oldest have been pruned.
  return events.length === seq - since ? { outcome: "events", epoch, seq, events } : reset;
}
