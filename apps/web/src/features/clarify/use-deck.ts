"use client";

import type { ListedTask } from "@kanban/domain/lists/listed-task";
import { useEffect, useRef, useState } from "react";
import { showToast } from "../../components/ui/toast.tsx";
import { useSyncEngine } from "../../sync/engine-context.tsx";
import { undoMutations } from "../undo/undo.ts";
import { clarifyStrings } from "./clarify.strings.ts";
import { currentOf, type Decision, newSession, withDecision, withoutLast, withSkipped } from "./deck-session.ts";

/** How many items ahead have their texts fetched, so that the next one is there at once. */
const ahead = 3;

/** The sitting at the deck: which item is shown, and what becomes of it. */
export function useDeck(entries: readonly ListedTask[]) {
  const engine = useSyncEngine();
  const [session, setSession] = useState(newSession);
  const current = currentOf(session, entries);
  const shownId = current?.task.id ?? null;
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = Date.now();
  }, [shownId]);
  const coming = entries
    .filter(({ task }) => !session.skipped.includes(task.id))
    .slice(0, ahead)
    .map(({ view, task }) => ({ boardId: view.board.id, taskId: task.id }));
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
      if (!last) {
        showToast(clarifyStrings.nothingToUndo, { id: "undo" });
        return;
      }
      const { boardId, mutationId } = last;
      if (undoMutations((name, input) => engine.mutate(boardId, name, input), boardId, [mutationId]))
        setSession(withoutLast);
    },
  };
}
