import { z } from "zod/mini";
import { captureSchema } from "../capture/capture.ts";

/** Why the app does not take a capture: its code and facts, or a sentence of its own where it has no code. */
export const refusalSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** A capture that is kept in this browser until the app has it. Its id orders the queue and is its Idempotency-Key. */
export const itemSchema = z.object({
  id: z.string(),
  /** The app it is meant for; `null` when none was connected yet: then whichever comes first. */
  address: z.nullable(z.string()),
  capture: captureSchema,
  /** Not `null`: it waits for a person, not for the network. */
  refusal: z.nullable(refusalSchema),
});
export type Item = z.infer<typeof itemSchema>;

/** Where items are kept. Each has a place of its own, so that putting one in never overwrites another. */
export type ItemStore = {
  /** In the order in which they were captured. */
  list(): Promise<Item[]>;
  put(item: Item): Promise<void>;
  remove(id: string): Promise<void>;
};

/** Whether an item is to be sent to the app at this address. */
export function isDue({ address, refusal }: Item, connected: string): boolean {
  return refusal === null && (address === null || address === connected);
}
