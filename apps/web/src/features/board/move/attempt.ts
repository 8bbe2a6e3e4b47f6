import type { ColumnId, TaskId } from "@kanban/domain/ids";
import type { Asked } from "../../../sync/asked-change.ts";
import type { BoardScreen } from "../state/screen.tsx";

type Override = { reason: string } | undefined;
export type Outcome = "done" | "asked" | "refused";

/**
 * Asks for a change that may meet a full column. Where the board asks, a dialog offers the ways to make room or past the
 * limit and `ask` runs again; then `onDone` runs. `entering` are tasks of the board that move, none for a new one. Other
 * refusals are told by whoever listens to `onRefused`.
 */
export function attempt(
  screen: BoardScreen,
  ask: (override: Override) => Asked,
  onDone: () => void = () => {},
  entering: readonly TaskId[] = [],
): Outcome {
  const { refused } = ask(undefined);
  if (!refused) {
    onDone();
    return "done";
  }
  const columnId = refused.details.columnId as ColumnId | null | undefined;
  if (refused.code !== "WIP_REASON_REQUIRED" || !columnId) return "refused";
  screen.store.set({ dialog: { kind: "wip", question: { columnId, entering, ask, onDone } } });
  return "asked";
}
