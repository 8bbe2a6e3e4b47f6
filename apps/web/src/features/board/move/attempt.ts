import type { Asked } from "../../../sync/asked-change.ts";
import type { BoardScreen } from "../state/screen.tsx";

type Override = { reason: string } | undefined;
export type Outcome = "done" | "asked" | "refused";

/**
 * Asks for a change that may meet a full column. Where the board wants a reason, a dialog asks for it and `ask` runs
 * again with the answer; then `onDone` runs. Other refusals are told by whoever listens to `onRefused`.
 */
export function attempt(
  screen: BoardScreen,
  ask: (override: Override) => Asked,
  onDone: () => void = () => {},
): Outcome {
  const { refused } = ask(undefined);
  if (!refused) {
    onDone();
    return "done";
  }
  if (refused.code !== "WIP_REASON_REQUIRED") return "refused";
  const onReason = (reason: string) => {
    if (!ask({ reason }).refused) onDone();
  };
  const question = { column: String(refused.details.column), wipLimit: Number(refused.details.wipLimit), onReason };
  screen.store.set({ dialog: { kind: "wip-reason", question } });
  return "asked";
}
