import type { BoardView } from "@kanban/domain/board-view";
import { newId } from "../../sync/new-id.ts";
import type { SyncEngine } from "../../sync/sync-engine-types.ts";

const nothing = () => {};

/** An engine over one board that never changes: what is asked of it is taken and forgotten. */
export function stillEngine(view: BoardView): SyncEngine {
  const state = { status: "ready", view, error: null } as const;
  const detail = { status: "loading", detail: null } as const;
  const connection = { state: "idle", queued: 0 } as const;
  return {
    ...{ start: nothing, stop: nothing, retryBoard: nothing, retryTask: nothing, wipe: () => Promise.resolve() },
    ...{ stored: () => Promise.resolve(), openBoard: () => nothing, openTask: () => nothing },
    ...{ boardState: () => state, detailState: () => detail, connection: () => connection },
    ...{ subscribeBoard: () => nothing, subscribeConnection: () => nothing },
    mutate: () => ({ mutationId: newId(), refused: null }),
  };
}
