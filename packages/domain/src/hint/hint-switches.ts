import { z } from "zod";
import { instantSchema } from "../moment.ts";
import { hintKinds } from "./hint-kinds.ts";

export const hintKindSchema = z.enum(hintKinds);

/** Which hints a board wants. Keys are in the order in which `jsonb` gives them back, as values are compared as JSON. */
export const hintSwitchesSchema = z.object({
  /** Kinds nobody wants to see. */
  off: z.array(hintKindSchema),
  isOn: z.boolean(),
  /** When a kind was last switched on again: it is judged anew from then. */
  since: z.partialRecord(hintKindSchema, instantSchema),
  /** Those of `off` that folded themselves away, because they were hardly ever taken. */
  folded: z.array(hintKindSchema),
});
export type HintSwitches = z.infer<typeof hintSwitchesSchema>;
