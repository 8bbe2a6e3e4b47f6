import type { ColumnId, MutationId, TaskId } from "@kanban/domain/ids";
import type { Mutate } from "../../sync/asked-change.ts";
import { asOneStep } from "../undo/undo-steps.ts";
import type { WipQuestion } from "./wip-question.ts";
import { wipStrings } from "./wip.strings.ts";

export type Room = {
  leaving: readonly TaskId[];
  toColumnId: ColumnId;
  /** Stands where these leave to, above the task that will go. */
  beforeId?: TaskId | undefined;
  /** What the step is called when it is undone. */
  label: string;
};

/** Sends tasks out of the full column and lets the asked-for change in: one step of undo, of which a mutation is answered. `null` when either was refused. */
export function makeRoom(
  mutate: Mutate,
  question: WipQuestion,
  { leaving, toColumnId, beforeId, label }: Room,
): MutationId | null {
  return asOneStep(label, () => {
    const send = (overrideWip?: { reason: string }) => {
      const act = { toColumnId, ...(beforeId ? { beforeId } : {}), overrideWip };
      const [only, ...more] = leaving;
      return only && more.length === 0
        ? mutate("task.move", { taskId: only, ...act })
        : mutate("task.bulk", { taskIds: [...leaving], do: { kind: "move", ...act } });
    };
    const { refused } = send();
    // Two full columns swap: for a moment one holds both.
    const isHeldUp = refused?.code === "WIP_REASON_REQUIRED" && beforeId !== undefined;
    if (isHeldUp ? send({ reason: wipStrings.swapReason }).refused : refused) return null;
    const entered = question.ask(undefined);
    return entered.refused ? null : entered.mutationId;
  });
}
