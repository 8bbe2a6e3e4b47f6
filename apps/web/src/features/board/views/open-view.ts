import type { SavedViewId } from "@kanban/domain/ids";
import { announce } from "../state/announce.ts";
import type { BoardScreen } from "../state/screen.tsx";
import type { Look } from "../state/screen-state.ts";
import { writeLook } from "./look-in-address.ts";
import { viewStrings } from "./view.strings.ts";

/** Shows the board as a saved view says; nothing happens when it is gone. */
export function openView(screen: BoardScreen, viewId: SavedViewId): void {
  const saved = screen.view().views[viewId];
  if (!saved) return;
  const { name, filter: query, layout, grouping } = saved;
  const look: Look = { query, layout, grouping, savedView: viewId };
  screen.store.set({ ...look, isViewListOpen: false });
  writeLook(look);
  announce(screen, viewStrings.opened(name));
}
