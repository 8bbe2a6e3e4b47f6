import { connectionCell } from "../storage/cells.ts";
import { itemStore } from "../storage/item-store.ts";
import { extensionStrings } from "../extension.strings.ts";
import { badgeOf } from "./badge-of.ts";

/** The badge takes no tokens of a sheet; these are --accent, --danger and white of the light theme. */
const colors = { waiting: "#00696b", trouble: "#c02633" } as const;

/** For so long the icon says that something has been taken, however fast it was sent. */
const takenMs = 1_500;
let takenUntil = 0;

/** Shows on the icon how much waits here, and whether it waits for a person. */
export async function showBadge(): Promise<void> {
  const [items, connection] = await Promise.all([itemStore.list(), connectionCell.read()]);
  const { text, tone, title } = badgeOf(items, connection?.isRevoked ?? false);
  const isTaken = tone === "waiting" && Date.now() < takenUntil;
  await Promise.all([
    chrome.action.setBadgeText({ text: isTaken ? "✓" : text }),
    chrome.action.setBadgeBackgroundColor({ color: colors[tone] }),
    chrome.action.setBadgeTextColor({ color: "#ffffff" }),
    chrome.action.setTitle({ title: title ?? extensionStrings.action }),
  ]);
}

/** Says for a moment that something pressed in the menu has been taken. */
export async function showTaken(): Promise<void> {
  takenUntil = Date.now() + takenMs;
  setTimeout(() => void showBadge(), takenMs + 50);
  await showBadge();
}
