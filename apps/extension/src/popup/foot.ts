import { permissionFor } from "../address/read-address.ts";
import { endToken } from "../app/end-token.ts";
import { extensionStrings } from "../extension.strings.ts";
import { type Connection, boardIdCell, boardsCell, connectionCell } from "../storage/cells.ts";
import { element } from "./element.ts";
import { button, notice, sureButton } from "./parts.ts";

const { foot: strings } = extensionStrings;

/** Which app it is, and how to part from it. */
export function foot(connection: Connection): HTMLElement {
  const { address } = connection;
  const { host } = new URL(address);
  const open = element(
    "a",
    { href: address, target: "_blank", rel: "noreferrer", "aria-label": strings.open(host) },
    host,
  );
  const part = sureButton(strings.disconnect, strings.disconnectSure, async () => {
    part.textContent = strings.disconnecting;
    if (await endToken(connection)) return forget(address);
    const forgetHere = button(strings.forgetHere, { tone: "danger", onPress: () => void forget(address) });
    const untold = notice("danger", "alert", strings.untold(host), forgetHere);
    made.replaceWith(untold);
    forgetHere.focus();
  });
  const made = element("footer", {}, open, part);
  return made;
}

/** Forgets the token. What waits here is kept: it says which app it is meant for. */
async function forget(address: string): Promise<void> {
  await connectionCell.remove();
  await Promise.all([boardsCell.remove(), boardIdCell.remove()]);
  // Whoever manages the browser may have granted it for good.
  await chrome.permissions.remove({ origins: [permissionFor(address)] }).catch(() => false);
}
