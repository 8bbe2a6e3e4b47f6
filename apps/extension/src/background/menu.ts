import { composeCapture } from "../capture/compose-capture.ts";
import { askedFromMenu, menuKinds } from "../capture/from-menu.ts";
import { extensionStrings } from "../extension.strings.ts";
import { readPage } from "../page/read-page.ts";
import { newItem } from "../queue/new-item.ts";
import { boardIdCell, connectionCell } from "../storage/cells.ts";
import { itemStore } from "../storage/item-store.ts";

/** Puts our entries into the browser's menu; it keeps them until they are put anew. */
export async function offerMenu(): Promise<void> {
  await chrome.contextMenus.removeAll();
  for (const kind of menuKinds)
    chrome.contextMenus.create({ id: kind, contexts: [kind], title: extensionStrings.menu.titles[kind] });
}

/** Keeps what was meant by a press in the menu; false when there is nothing in it. */
export async function keepFromMenu(
  press: chrome.contextMenus.OnClickData,
  tab: chrome.tabs.Tab | undefined,
): Promise<boolean> {
  const page = await readPage(tab, press.frameId);
  const asked = askedFromMenu(press, { ...page, url: page.url || (press.pageUrl ?? "") });
  if (!asked) return false;
  const capture = composeCapture({ ...asked, boardId: await boardIdCell.read() }, new Date());
  if (!capture) return false;
  const connection = await connectionCell.read();
  await itemStore.put(newItem(capture, connection?.address ?? null));
  return true;
}
