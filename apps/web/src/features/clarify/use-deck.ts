"use client";

import type { BoardId } from "@kanban/domain/ids";
import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { useEffect, useRef, useState } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import type { Mutate } from "../../sync/asked-change.ts";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { redo, undo } from "../undo/undo.ts";
import { undoSteps } from "../undo/undo-steps.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import { followingUndo, inOrder, newSession, shownOf, withDecision, withSkipped } from "./deck-session.ts";
import type { NewDecision } from "./use-decide.ts";
import { useHand } from "./use-hand.ts";

/** How many items ahead have their texts fetched, so that the next one is there at once. */
const ahead = 3;

/** The sitting at the deck: which item is shown, and what becomes of it. */
export function useDeck(entries: readonly ListedTask[]) {
  const engine = useSyncEngine();
  const [session, setSession] = useState(newSession);
  useEffect(() => undoSteps.subscribe(() => setSession((before) => followingUndo(before, undoSteps.get()))), []);
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

  const mutateOn =
    (boardId: BoardId): Mutate =>
    (name, input) =>
      engine.mutate(boardId, name, input);
  return {
    session,
    current,
    /** Why there is none, where there is none. */
    missing: typeof shown === "string" ? shown : null,
    decided({ mutationId, ...decision }: NewDecision) {
      const tookMs = Date.now() - shownAt.current;
      const step = undoSteps.get().done.findLast(({ mutationIds }) => mutationIds.includes(mutationId));
      setSession((before) => withDecision(before, { ...decision, tookMs, at: step?.at ?? 0 }));
    },
    skip() {
      if (shownId) setSession((before) => withSkipped(before, shownId));
    },
    again() {
      setSession((before) => ({ ...before, skipped: [] }));
    },
    undo() {
      // As in the lists: the latest act of this tab, be it a hint that was taken or a decision of an earlier sitting.
      const step = undoSteps.get().done.at(-1);
      if (step) undo(mutateOn(step.boardId), step.boardId);
      else showToast(clarifyStrings.nothingToUndo, { id: "undo" });
    },
    redo() {
      const step = undoSteps.get().undone.at(-1);
      if (!step) return false;
      redo(mutateOn(step.boardId), step.boardId);
    },
  };
}
