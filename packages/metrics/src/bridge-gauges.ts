import { countBridge } from "@kanban/messaging/bridge-counts";
import type { BridgeEnd } from "@kanban/messaging/bridge-end";
import type { Pool } from "pg";
import type { Sample } from "./sampled-gauges.ts";

/** What both sides of the bridge say of their own end. */
export const bridgeGauges = {
  kanban_outbox_waiting: { help: "Events not yet published to the other side" },
  kanban_outbox_oldest_seconds: { help: "Age of the oldest unpublished event, 0 when there is none" },
  kanban_inbox_waiting: { help: "Events received and neither handled nor parked" },
  kanban_inbox_oldest_seconds: { help: "Age of the oldest waiting event, 0 when there is none" },
  kanban_inbox_failing: { help: "Waiting events that have failed at least once" },
  kanban_inbox_parked: { help: "Events set aside as dead letters, to be looked at by a person" },
  kanban_boards_waiting: { help: "Boards whose next event has not come while later ones have" },
};

/** Reads them: the numbers of the operations page. */
export async function sampleBridge(pool: Pool, side: BridgeEnd): Promise<Sample<keyof typeof bridgeGauges>[]> {
  const { outbox, inbox } = await countBridge(pool, side);
  return [
    { name: "kanban_outbox_waiting", value: outbox.waiting },
    { name: "kanban_outbox_oldest_seconds", value: outbox.oldestSeconds },
    { name: "kanban_inbox_waiting", value: inbox.waiting },
    { name: "kanban_inbox_oldest_seconds", value: inbox.oldestSeconds },
    { name: "kanban_inbox_failing", value: inbox.failing },
    { name: "kanban_inbox_parked", value: inbox.parked },
    { name: "kanban_boards_waiting", value: inbox.boardsWaiting },
  ];
}
