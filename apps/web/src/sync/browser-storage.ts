import { clear, createStore, del, get, set, type UseStore, values } from "idb-keyval";
import type { BoardView } from "@kanban/domain/board-view";
import type { UserId } from "@kanban/domain/ids";
import { capturesDatabase, sharedDatabase, uploadsDatabase } from "./device-databases.ts";
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
  const outbox = opened(`kanban-outbox-${userId}`, "mutations");
  const boards = opened(`kanban-boards-${userId}`, "boards");
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
      const others = [uploadsDatabase(userId), capturesDatabase(userId), sharedDatabase];
      const stores = others.map(({ database, store }) => createStore(database, store));
      await Promise.all([outbox(), boards(), ...stores].map((store) => clear(store)));
    },
  };
}

function opened(database: string, store: string): () => UseStore {
  let use: UseStore | null = null;
  return () => (use ??= createStore(database, store));
}
