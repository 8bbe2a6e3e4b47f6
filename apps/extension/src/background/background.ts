// The worker behind the popup. Browsers end it when it seems idle and wake it for each of these events, so everything
// that matters is in storage before it is begun, and every listener is added at once.
import { connectionCell } from "../storage/cells.ts";
import { isItemKey } from "../storage/item-store.ts";
import { deliverQueue, deliveryAlarm } from "./deliver-queue.ts";
import { keepFromMenu, offerMenu } from "./menu.ts";
import { messageSchema } from "./messages.ts";
import { continuePairing, pairingAlarm } from "./pair.ts";
import { showBadge, showTaken } from "./show-badge.ts";

const send = () => void deliverQueue();
const pair = () => void continuePairing(send);

chrome.runtime.onInstalled.addListener(() => void offerMenu());
chrome.runtime.onInstalled.addListener(send);
chrome.runtime.onStartup.addListener(send);
chrome.runtime.onStartup.addListener(pair);
self.addEventListener("online", send);

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === deliveryAlarm) send();
  if (name === pairingAlarm) pair();
});

// The browser's question for permission may have closed the popup that waited for its answer.
chrome.permissions.onAdded.addListener(pair);

chrome.runtime.onMessage.addListener((message: unknown, sender, answer) => {
  if (sender.id !== chrome.runtime.id) return false;
  const { data } = messageSchema.safeParse(message);
  if (data === "pair") pair();
  if (data !== "deliver") return false;
  void deliverQueue().then(answer);
  // It comes later.
  return true;
});

chrome.contextMenus.onClicked.addListener((press, tab) => {
  void keepFromMenu(press, tab).then(async (isKept) => {
    if (!isKept) return;
    await showTaken();
    send();
    // Kept, but nobody to send it to: the popup says how to connect.
    if (!(await connectionCell.read())) await chrome.action.openPopup().catch(() => {});
  });
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area !== "local") return;
  if (Object.keys(changes).some((key) => isItemKey(key) || key === connectionCell.key)) void showBadge();
});

// Scripts that read a selection live in pages: what lies in storage is not for them.
void chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
void showBadge();
