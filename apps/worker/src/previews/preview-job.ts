import { deterministicId } from "@kanban/messaging/deterministic-id";
import { z } from "zod";
import { previewJobs } from "../jobs/queues.ts";

/** What a `make-preview` job carries: all else stands in the table of previews. */
export const previewJobSchema = z.object({ attachmentId: z.uuid() });

/** One job for each file, however often it is asked for. */
export function previewJobId(attachmentId: string): string {
  return deterministicId(attachmentId, previewJobs.name);
}
