import { z } from "zod/mini";
import type { Delivery } from "../queue/deliver.ts";

/** What the popup asks of the worker behind it. Everything else goes through storage. */
export const messageSchema = z.enum(["deliver", "pair"]);
export type Message = z.infer<typeof messageSchema>;

/** Asks the worker to send what waits; `null` when it ended meanwhile: what is kept is sent all the same, later. */
export async function askToDeliver(): Promise<Delivery["outcomes"] | null> {
  try {
    return (await chrome.runtime.sendMessage<Message, Delivery["outcomes"]>("deliver")) ?? null;
  } catch {
    return null;
  }
}

/** Asks the worker to go on with connecting. It answers at once: the popup sees in storage how it goes. */
export async function askToPair(): Promise<void> {
  await chrome.runtime.sendMessage<Message>("pair").catch(() => {});
}
