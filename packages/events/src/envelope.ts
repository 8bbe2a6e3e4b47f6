import { type BoardId, boardIdSchema } from "@kanban/domain/ids";
import { instantSchema } from "@kanban/domain/moment";
import { z } from "zod";
import { type Actor, actorSchema } from "./actor.ts";

/** What every event carries around its payload, whichever way it travels. */
export const envelopeSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  version: z.int().positive(),
  /** `null`: not about one board. */
  boardId: boardIdSchema.nullable(),
  /** The board's clock at this event; `null` for what has no place in the board's order. */
  boardSeq: z.int().nullable(),
  /** The sender's epoch, in which `boardSeq` counts: another one means that its database was restored. Absent at first. */
  epoch: z.uuid().nullable().default(null),
  /**
   * The sender's event that was published before this one: who has not got it has lost it, and whose inbox has later
   * ones between the two hears a sender that has forgotten them. Absent at first; set on the way, as the epoch is.
   */
  previous: z.uuid().nullish(),
  /** `null`: the instance itself, on nobody's behalf. */
  actor: actorSchema.nullable(),
  /** One asked-for change; every event of it carries the same. */
  mutationId: z.uuid(),
  /** The event that led to this one. */
  causationId: z.uuid().nullable(),
  /** The user action everything goes back to. */
  correlationId: z.uuid(),
  /** How many events led to this one. */
  depth: z.int().nonnegative(),
  occurredAt: instantSchema,
  payload: z.unknown(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** The envelope of something that somebody did on a board. */
export type BoardEnvelope = Envelope & { boardId: BoardId; actor: Actor };

/** Whether an event is about a board and done by somebody. */
export function isOfBoard(envelope: Envelope): envelope is BoardEnvelope {
  return envelope.boardId !== null && envelope.actor !== null;
}
