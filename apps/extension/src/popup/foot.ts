import { permissionFor } from "../address/read-address.ts";
import { extensionStrings } from "../extension.strings.ts";
import { type Connection, boardIdCell, boardsCell, connectionCell } from "../storage/cells.ts";
import { element } from "./element.ts";
import { sureButton } from "./parts.ts";

const { foot: strings } = extensionStrings;

/** Which app it is, and how to part from it. */
export function foot({ address }: Connection): HTMLElement {
  const { host } = new URL(address);
  const open = element(
    "a",
    { href: address, target: "_blank", rel: "noreferrer", "aria-label": strings.open(host) },
    host,
  );
  return element(
    "footer",
    {},
    open,
    sureButton(strings.disconnect, strings.disconnectSure, () => void disconnect(address)),
  );
}

/** Forgets the token. What waits here is kept: it says which app it is meant for. */
async function disconnect(address: string): Promise<void> {
  await connectionCell.remove();
  await Promise.all([boardsCell.remove(), boardIdCell.remove()]);
  await chrome.permissions.remove({ origins: [permissionFor(address)] });
}
