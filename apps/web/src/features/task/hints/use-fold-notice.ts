import type { BoardView } from "@kanban/domain/board-view";
import { isWanted } from "@kanban/domain/hint/fold-hints";
import type { HintKind } from "@kanban/domain/hint/hint-kinds";
import { useEffect, useRef } from "react";
import { showToast } from "../../../components/ui/toast.tsx";
import type { Mutate } from "../../../sync/asked-change.ts";
import { taskStrings } from "../task.strings.ts";

/** Says once when a kind of hint folds itself away, with the way back. */
export function useFoldNotice({ board: { hints } }: BoardView, mutate: Mutate): void {
  const before = useRef(hints);
  useEffect(() => {
    const folded = hints.folded.filter((kind) => isWanted(before.current, kind) && !isWanted(hints, kind));
    before.current = hints;
    const bringBack = (kind: HintKind) => {
      mutate("board.update", { hints: { isOn: true, off: hints.off.filter((other) => other !== kind) } });
    };
    for (const kind of folded) {
      const { folded: words, showAgain, kinds } = taskStrings.hints;
      showToast(words(kinds[kind]), { actions: [{ label: showAgain, run: () => bringBack(kind) }] });
    }
  }, [hints, mutate]);
}
