import { clear, del, get, set, values } from "idb-keyval";
import type { BoardView } from "@kanban/domain/board-view";
import type { UserId } from "@kanban/domain/ids";
import { boardsStore, capturesStore, outboxStore, sharedStore, uploadsStore } from "./device-stores.ts";
import type { DeviceStorage } from "./device-storage.ts";
import { byAge, idOf, type PendingMutation } from "./pending.ts";

/** Grows whenever the shape of a kept board changes: an older copy is then not read but fetched anew. */
const boardShape = 5;
type KeptBoard = { shape: number; view: BoardView };

/**
 * What one user keeps in IndexedDB: queued changes and the last confirmed state of opened boards, in databases of that
 * user's own, so that another account on the same browser never sees them. Opened at first use, not at start.
 */
export function createBrowserStorage(userId: UserId): DeviceStorage {
  const outbox = outboxStore(userId);
  const boards = boardsStore(userId);
  return {
    async loadPending() {
      return (await values<PendingMutation>(outbox())).sort(byAge);
    },
    putPending: (pending) => set(idOf(pending), pending, outbox()),
    removePending: (id) => del(id, outbox()),
    async loadBoard(boardId) {
      const kept = await get<KeptBoard>(boardId, boards());
      return kept?.shape === boardShape ? kept.view : null;
    },
    saveBoard: (view) => set(view.board.id, { shape: boardShape, view } satisfies KeptBoard, boards()),
    removeBoard: (boardId) => del(boardId, boards()),
    async clear() {
      const all = [outbox, boards, uploadsStore(userId), capturesStore(userId), sharedStore];
      await Promise.all(all.map((store) => clear(store())));
    },
  };
}
