import { uuidV7 } from "@kanban/domain/uuid-v7";
import type { Capture } from "../capture/capture.ts";
import type { Item } from "./item.ts";

let last = 0;

/** A capture ready to be kept. Ids sort in the order in which they were made, also within one millisecond. */
export function newItem(capture: Capture, address: string | null): Item {
  last = Math.max(Date.now(), last + 1);
  return { id: uuidV7(last, crypto.getRandomValues(new Uint8Array(10))), address, capture, refusal: null };
}
