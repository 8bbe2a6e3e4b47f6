import { eventLog, eventOutbox, type OutboxTable } from "./outbox-table.ts";

/** What a side's own end of the bridge is made of. */
export type BridgeEnd = {
  outbox: OutboxTable;
  /** Whether its inbox is worked off by the boards' order, so that a board may wait for a missing event. */
  isOrdered: boolean;
};

export const apiEnd: BridgeEnd = { outbox: eventLog, isOrdered: false };
export const workerEnd: BridgeEnd = { outbox: eventOutbox, isOrdered: true };
