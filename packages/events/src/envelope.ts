import { boardIdSchema } from "@kanban/domain/ids";
import { instantSchema } from "@kanban/domain/moment";
import { z } from "zod";
import { actorSchema } from "./actor.ts";

/** What every event carries around its payload, whichever way it travels. */
export const envelopeSchema = z.object({
  id: z.uuid(),
  type: z.string(),
  version: z.int().positive(),
  boardId: boardIdSchema,
  /** The board's clock at this event; `null` for what the worker says, which has no place in the board's order yet. */
  boardSeq: z.int().nullable(),
  actor: actorSchema,
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
