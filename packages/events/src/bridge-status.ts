import { z } from "zod";

/** An event that was set aside. */
export const parkedEventSchema = z.object({
  eventId: z.string(),
  type: z.string(),
  boardId: z.string().nullable(),
  reason: z.string(),
  attempts: z.int(),
  redrives: z.int(),
  receivedAt: z.iso.datetime(),
  parkedAt: z.iso.datetime(),
});
export type ParkedEvent = z.infer<typeof parkedEventSchema>;

/** A handler that threw. */
export const handlerFailureSchema = z.object({
  eventId: z.string(),
  type: z.string(),
  handler: z.string(),
  error: z.string(),
  failedAt: z.iso.datetime(),
});
export type HandlerFailure = z.infer<typeof handlerFailureSchema>;

/** How events leave one side and arrive there. Ages are of the oldest, in seconds; 0 when nothing waits. */
export const bridgeStatusSchema = z.object({
  outbox: z.object({ waiting: z.int(), oldestSeconds: z.number() }),
  inbox: z.object({
    waiting: z.int(),
    oldestSeconds: z.number(),
    /** Failed at least once and tried again. */
    failing: z.int(),
    parked: z.int(),
    /** Boards whose next event has not come while later ones have. */
    boardsWaiting: z.int(),
  }),
  /** The latest 50. */
  parked: z.array(parkedEventSchema),
  /** The latest 50. */
  failures: z.array(handlerFailureSchema),
  /** The latest error of each loop that still stands. */
  lastErrors: z.array(z.object({ component: z.string(), message: z.string() })),
});
export type BridgeStatus = z.infer<typeof bridgeStatusSchema>;
