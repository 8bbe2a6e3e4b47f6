import { z } from "zod";
import { projectIdSchema } from "../ids.ts";
import { labelColors } from "../label-colors.ts";
import { limits } from "../limits.ts";
import { daySchema, momentSchema, typedInstantSchema } from "../moment.ts";
import { freeText, lineText } from "../text.ts";

/** What somebody decided an item is. Every path through the tree ends in exactly one of these. */
export const clarifyOutcomeSchema = z.discriminatedUnion("kind", [
  /** Under two minutes: done, or it took longer and is now under way or to be done next. */
  z.strictObject({ kind: z.literal("do-now"), left: z.enum(["done", "doing", "next"]) }),
  z.strictObject({ kind: z.literal("next-action") }),
  z.strictObject({
    kind: z.literal("waiting"),
    who: freeText(limits.waitingForWho),
    since: typedInstantSchema,
    followUpOn: daySchema.nullable(),
  }),
  z.strictObject({ kind: z.literal("someday") }),
  /** Kept to be looked up, nothing to do. */
  z.strictObject({ kind: z.literal("reference") }),
  z.strictObject({ kind: z.literal("trash") }),
  /** Stays in the inbox and comes up again then. */
  z.strictObject({ kind: z.literal("snooze"), until: momentSchema }),
  /** The item becomes the first next action of a project, which is new when `create` says so. */
  z.strictObject({
    kind: z.literal("project"),
    projectId: projectIdSchema,
    create: z
      .strictObject({
        name: lineText(limits.name),
        color: z.enum(labelColors).default("blue"),
        desiredOutcome: freeText(limits.desiredOutcome).default(""),
      })
      .optional(),
  }),
]);
export type ClarifyOutcome = z.output<typeof clarifyOutcomeSchema>;
export type OutcomeKind = ClarifyOutcome["kind"];
