import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { Asked } from "../../sync/asked-change.ts";

type Override = { reason: string } | undefined;

/** What is to be decided when a board asks about a full column. */
export type WipQuestion = {
  columnId: ColumnId;
  /** The tasks of this board that come in; empty for one that is new or comes back. */
  entering: readonly TaskId[];
  /** Asks for the change again: with a reason past the limit, without one once there is room. */
  ask: (override: Override) => Asked;
  onDone: () => void;
};
