import type { BoardView } from "@kanban/domain/board-view";
import type { BoardId, MutationId } from "@kanban/domain/ids";
import type { PendingMutation } from "./pending.ts";

/** What one user keeps on this device. Every method may reject (disk full, private window): nothing depends on it. */
export type DeviceStorage = {
  loadPending(): Promise<PendingMutation[]>;
  /** Resolves once the mutation would survive a crash. */
  putPending(pending: PendingMutation): Promise<void>;
  removePending(id: MutationId): Promise<void>;
  loadBoard(boardId: BoardId): Promise<BoardView | null>;
  saveBoard(view: BoardView): Promise<void>;
  removeBoard(boardId: BoardId): Promise<void>;
  clear(): Promise<void>;
};
