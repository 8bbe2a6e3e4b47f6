import { askToDeliver } from "../background/messages.ts";
import { nameOf } from "../capture/capture.ts";
import { extensionStrings, refusalText } from "../extension.strings.ts";
import type { Item } from "../queue/item.ts";
import { itemStore } from "../storage/item-store.ts";
import { element } from "./element.ts";
import { button, sureButton } from "./parts.ts";
import type { State } from "./state.ts";

const { queue: strings } = extensionStrings;

/** What is kept in this browser: what only waits, and what the app did not take. `null` when there is nothing. */
export function queueList({ items, connection }: State, isOpen: boolean): HTMLDetailsElement | null {
  if (items.length === 0) return null;
  const refused = items.filter(({ refusal }) => refusal !== null).length;
  const waiting = items.length - refused;
  const title = [refused > 0 && strings.refused(refused), waiting > 0 && strings.waiting(waiting)]
    .filter(Boolean)
    .join(", ");
  const canSend = connection !== null && !connection.isRevoked && waiting > 0;
  return element(
    "details",
    { class: refused > 0 ? "queue trouble" : "queue", open: isOpen || refused > 0 },
    element("summary", {}, title),
    element("ul", { "aria-label": strings.label }, ...items.map((item) => row(item, connection?.address ?? null))),
    canSend && button(strings.retryAll, { tone: "outline", onPress: () => void askToDeliver() }),
  );
}

function row(item: Item, address: string | null): HTMLElement {
  const { capture, refusal } = item;
  const isElsewhere = item.address !== null && address !== null && item.address !== address;
  const why = refusal ? refusalText(refusal) : isElsewhere ? strings.elsewhere(new URL(item.address ?? "").host) : null;
  const retry = async () => {
    // Nothing was made of it, so it may go to the board that is usual by now.
    const boardId = refusal?.code === "BOARD_NOT_FOUND" || refusal?.code === "READ_ONLY" ? null : capture.boardId;
    await itemStore.put({ ...item, capture: { ...capture, boardId }, refusal: null });
    await askToDeliver();
  };
  return element(
    "li",
    {},
    element("p", { class: "name" }, nameOf(capture)),
    why && element("p", { class: "note" }, why),
    element(
      "div",
      { class: "row" },
      refusal && button(strings.retry, { tone: "quiet", onPress: () => void retry() }),
      sureButton(strings.discard, strings.discardSure, () => void itemStore.remove(item.id)),
    ),
  );
}
