import { extensionStrings } from "../extension.strings.ts";
import type { WaitingPairing } from "../pairing/pairing.ts";
import { pairingCell } from "../storage/cells.ts";
import { element } from "./element.ts";
import { button, heading } from "./parts.ts";

const { pairing: strings } = extensionStrings;

/** While a person is to confirm on a page of the app: the code that must be the same in both places. */
export function pairingScreen({ userCode, verificationUrl }: WaitingPairing): HTMLElement {
  return element(
    "section",
    { class: "stack" },
    heading(strings.title),
    element("p", { class: "lead" }, strings.text),
    element("p", { class: "code", "aria-label": strings.code }, userCode),
    element("p", { class: "note busy", role: "status" }, strings.waiting),
    element(
      "div",
      { class: "row" },
      button(strings.open, { tone: "primary", onPress: () => void showTab(verificationUrl) }),
      button(strings.cancel, { onPress: () => void pairingCell.remove() }),
    ),
  );
}

async function showTab(url: string): Promise<void> {
  // Found by its address, which the permission for the app lets us see.
  const open = (await chrome.tabs.query({})).find((tab) => tab.url === url);
  if (open?.id === undefined) await chrome.tabs.create({ url });
  else await chrome.tabs.update(open.id, { active: true });
  window.close();
}
