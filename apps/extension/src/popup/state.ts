import type { Page } from "../capture/from-menu.ts";
import { findTab } from "../page/find-tab.ts";
import { readPage } from "../page/read-page.ts";
import type { Pairing } from "../pairing/pairing.ts";
import type { Item } from "../queue/item.ts";
import {
  type Board,
  boardIdCell,
  boardsCell,
  type Connection,
  connectionCell,
  draftCell,
  pairingCell,
} from "../storage/cells.ts";
import { itemStore } from "../storage/item-store.ts";

/** What this browser knows and the popup shows. */
export type State = {
  connection: Connection | null;
  pairing: Pairing | null;
  boards: Board[];
  boardId: string | null;
  items: Item[];
};

export async function readState(): Promise<State> {
  const [connection, pairing, boards, boardId, items] = await Promise.all([
    connectionCell.read(),
    pairingCell.read(),
    boardsCell.read(),
    boardIdCell.read(),
    itemStore.list(),
  ]);
  return { connection, pairing, boards: boards ?? [], boardId, items };
}

/** The page before the popup, with what was typed about it before; the one that connected this browser is no find. */
export async function readOpenPage(connection: Connection | null): Promise<Page & { note: string }> {
  const page = await readPage(await findTab());
  if (connection && page.url.startsWith(new URL("/pair?", connection.address).href))
    return { title: "", url: "", selection: "", note: "" };
  const draft = await draftCell.read();
  return { ...page, note: draft !== null && draft.url === page.url ? draft.note : "" };
}
