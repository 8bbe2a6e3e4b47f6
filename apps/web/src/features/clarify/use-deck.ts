"use client";

import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { useEffect, useRef, useState } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { undoMutations } from "../undo/undo.ts";
import { undoSteps } from "../undo/undo-steps.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import { type Decision, inOrder, newSession, shownOf, withDecision, withoutLast, withSkipped } from "./deck-session.ts";
import { useHand } from "./use-hand.ts";

/** How many items ahead have their texts fetched, so that the next one is there at once. */
const ahead = 3;

/** The sitting at the deck: which item is shown, and what becomes of it. */
export function useDeck(entries: readonly ListedTask[]) {
  const engine = useSyncEngine();
  const [session, setSession] = useState(newSession);
  const [openedAt] = useState(() => Date.now());
  const ordered = inOrder(session, entries);
  // Of what it has not heard of yet the server has nothing to hand out; once it has, it is asked anew.
  const hand = useHand(ordered.filter(({ task }) => task.number > 0).map(({ task }) => task.id));
  const shown = shownOf(session, ordered, hand);
  const current = typeof shown === "string" ? null : shown;
  const shownId = current?.task.id ?? null;
  // Before anything is drawn, so that it is this item that is asked for first.
  if (shownId !== null && shownId !== session.shown) setSession({ ...session, shown: shownId });
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = Date.now();
  }, [shownId]);
  const at = current ? ordered.indexOf(current) : 0;
  const coming = ordered.slice(at, at + ahead).map(({ view, task }) => ({ boardId: view.board.id, taskId: task.id }));
  const comingKey = coming.map(({ taskId }) => taskId).join();
  useEffect(() => {
    const closes = coming.map(({ boardId, taskId }) => engine.openTask(boardId, taskId));
    return () => closes.forEach((close) => close());
    // The ids say whether other tasks are meant.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, comingKey]);

  return {
    session,
    current,
    /** Why there is none, where there is none. */
    missing: typeof shown === "string" ? shown : null,
    decided(decision: Omit<Decision, "tookMs">) {
      const tookMs = Date.now() - shownAt.current;
      setSession((before) => withDecision(before, { ...decision, tookMs }));
    },
    skip() {
      if (shownId) setSession((before) => withSkipped(before, shownId));
    },
    again() {
      setSession((before) => ({ ...before, skipped: [] }));
    },
    undo() {
      const last = session.decided.at(-1);
      // What was done to the item at hand, such as a hint taken, came after the last decision.
      const step = undoSteps.get().done.findLast(({ at: doneAt }) => doneAt >= openedAt);
      const isDecision = last !== undefined && (!step || step.mutationIds.includes(last.mutationId));
      const target = isDecision ? { boardId: last.boardId, mutationIds: [last.mutationId] } : step;
      if (!target) {
        showToast(clarifyStrings.nothingToUndo, { id: "undo" });
        return;
      }
      const { boardId, mutationIds } = target;
      const isUndone = undoMutations((name, input) => engine.mutate(boardId, name, input), boardId, mutationIds);
      if (isUndone && isDecision) setSession(withoutLast);
    },
  };
}
