import { watermarkReported } from "@kanban/events/watermark";
import { eventOutbox } from "@kanban/messaging/outbox-table";
import type { BridgeSide } from "@kanban/messaging/watermark";
import { appendOutbox } from "../jobs/agent-run.repository.ts";
import { instanceEventOf } from "./instance-event.ts";
import { awaitAnswer } from "./instance.repository.ts";

/** The worker's end of the bridge. */
export const workerSide: BridgeSide = {
  outbox: eventOutbox,
  append: async (tx, { id, payload, isAsking }) => {
    await appendOutbox(tx, [instanceEventOf(watermarkReported, payload, { id })]);
    if (isAsking) await awaitAnswer(tx, id);
  },
  // Comes with every answer of the API.
  quietTypes: ["deliveries.confirmed"],
};
