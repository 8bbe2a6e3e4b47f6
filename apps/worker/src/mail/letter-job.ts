import { z } from "zod";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import { letterJobs } from "../jobs/queues.ts";

/** What a `send-mail` job carries: the letter itself stands in the table of deliveries. */
export const letterJobSchema = z.object({ deliveryId: z.uuid() });

/** One job for each letter, however often it is asked for. */
export function letterJobId(deliveryId: string): string {
  return deterministicId(deliveryId, letterJobs.name);
}
