import { markRevoked } from "../app/mark-revoked.ts";
import { sendItem } from "../app/send-item.ts";
import { type Delivery, deliver } from "../queue/deliver.ts";
import { pauseMs } from "../queue/pause.ts";
import { connectionCell, failuresCell } from "../storage/cells.ts";
import { itemStore } from "../storage/item-store.ts";
import { inTurn } from "./in-turn.ts";

export const deliveryAlarm = "delivery";

/** What became of items lately, for a popup whose own round found them sent by the one before. */
const lately = new Map<string, Delivery["outcomes"][string]>();
const remembered = 50;

/** Sends what waits, and sees to it that what cannot be sent now is sent later. Answers what became of each item. */
export const deliverQueue = inTurn(async (): Promise<Delivery["outcomes"]> => {
  const connection = await connectionCell.read();
  if (!connection || connection.isRevoked) return Object.fromEntries(lately);
  // A browser may end this worker while it sends; it is woken to go on.
  await chrome.alarms.create(deliveryAlarm, { delayInMinutes: 0.5 });
  const send = sendItem.bind(null, connection);
  const { outcomes, end, retryAfterSeconds } = await deliver(itemStore, { address: connection.address, send });
  if (end === "revoked") await markRevoked(connection.token);
  if (end === "later") {
    const failures = ((await failuresCell.read()) ?? 0) + 1;
    await failuresCell.write(failures);
    const when = Date.now() + pauseMs(failures, retryAfterSeconds, Math.random);
    await chrome.alarms.create(deliveryAlarm, { when });
  } else {
    await failuresCell.remove();
    await chrome.alarms.clear(deliveryAlarm);
  }
  for (const [id, outcome] of Object.entries(outcomes)) lately.set(id, outcome);
  for (const id of [...lately.keys()].slice(0, -remembered)) lately.delete(id);
  return Object.fromEntries(lately);
});
