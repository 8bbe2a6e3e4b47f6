import type { Clock } from "@kanban/api/context";
import { eventLog } from "@kanban/messaging/outbox-table";
import type { BridgeSide } from "@kanban/messaging/watermark";
import { sqlTxOf } from "@kanban/db-api/transaction";
import { appendInstanceEvent } from "@kanban/api/bridge/instance-event.repository";

/** The API's end of the bridge. */
export function apiSide(clock: Clock): BridgeSide {
  return {
    outbox: eventLog,
    append: async (tx, { id, payload }) => {
      await appendInstanceEvent(sqlTxOf(tx), "watermark.reported", payload, { id, now: clock.now() });
    },
    quietTypes: ["deliveries.confirmed"],
  };
}
