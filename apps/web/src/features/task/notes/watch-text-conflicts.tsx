"use client";

import { useEffect } from "react";
import { showToast } from "../../../components/ui/toast.tsx";
import { useSyncEngine } from "../../../sync/engine-context.tsx";
import { onRefused } from "../../../sync/refusals.ts";
import { withRefusalText } from "../../refusal/with-refusal-text.ts";
import { meetConflict } from "./save-notes.ts";
import { textConflicts } from "./text-conflicts.ts";

/** Catches notes the server refused because someone else's text came first, also when the task is closed by then. */
export function WatchTextConflicts() {
  const engine = useSyncEngine();
  useEffect(
    () =>
      onRefused(({ mutation, refusal, by, discard }) => {
        if (refusal.code !== "TEXT_CONFLICT" || by !== "server" || mutation.name !== "task.update") return;
        const { boardId, taskId, notes } = mutation.input;
        if (notes === undefined) return;
        discard();
        meetConflict((name, input) => engine.mutate(boardId, name, input), boardId, taskId, notes, refusal.details);
        if (textConflicts.of(taskId))
          withRefusalText(refusal, (text) => showToast(text, { id: `conflict-${taskId}`, durationMs: 10_000 }));
      }),
    [engine],
  );
  return null;
}
