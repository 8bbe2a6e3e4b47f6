import { mutationIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { lineText } from "@kanban/domain/text";
import { operationSchema } from "@kanban/events/operations-events";
import { z } from "zod";

/** A decision of an operator. Without a reason there is none: somebody will want to know later. */
export const decideInput = z.strictObject({
  operation: operationSchema,
  reason: lineText(limits.decisionReason).refine(
    (reason) => reason.length >= limits.decisionReasonMin,
    "Say in a few words why",
  ),
  mutationId: mutationIdSchema,
});
export type DecideInput = z.output<typeof decideInput>;
