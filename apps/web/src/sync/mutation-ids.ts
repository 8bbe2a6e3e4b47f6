import type { MutationId } from "@kanban/domain/ids";
import { uuidV7 } from "@kanban/domain/uuid-v7";

const countersPerMs = 0x1000;

export type MutationIds = {
  /** An id greater than every id made or seen before. */
  next(): MutationId;
  /** Learns of an id another tab made, so that what follows it here sorts after it. */
  saw(id: MutationId): void;
};

/**
 * Mutation ids that sort in the order people acted: UUIDs of version 7 under a logical clock, which neither stands
 * still within a millisecond nor falls back when the system clock does. The outbox is first in, first out by this order.
 */
export function createMutationIds(now: () => number, randomBytes: () => Uint8Array): MutationIds {
  let timeMs = 0;
  let counter = 0;
  const advanceTo = (ms: number, count: number) => {
    if (ms < timeMs || (ms === timeMs && count <= counter)) return;
    timeMs = ms;
    counter = count;
  };
  return {
    next() {
      if (now() > timeMs) advanceTo(now(), 0);
      else if (counter + 1 < countersPerMs) counter += 1;
      else advanceTo(timeMs + 1, 0);
      const tail = randomBytes();
      // The twelve bits after the version order the ids of one millisecond (RFC 9562, section 6.2, method 1).
      tail[0] = counter >> 8;
      tail[1] = counter & 0xff;
      return uuidV7(timeMs, tail) as MutationId;
    },
    saw(id) {
      const hex = id.replaceAll("-", "");
      // An outside id of another version says nothing about time.
      if (hex[12] !== "7") return;
      advanceTo(Number.parseInt(hex.slice(0, 12), 16), Number.parseInt(hex.slice(13, 16), 16));
    },
  };
}
