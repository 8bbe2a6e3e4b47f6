"use client";

import type { Hint, TaskDetail } from "@kanban/domain/entities";
import { Sparkle } from "lucide-react";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { applyHint } from "./apply-hint.ts";
import { HintRow } from "./hint-row.tsx";

/** The hints still to decide, oldest first. */
export function proposedHints(detail: TaskDetail | null): Hint[] {
  return (detail?.hints ?? [])
    .filter((hint) => hint.state === "proposed")
    .sort((a, b) => (a.proposedAt < b.proposedAt ? -1 : 1));
}

/** What the worker proposes for this task; the first one answers to `y` and `n`. */
export function HintList({ detail }: { detail: TaskDetail }) {
  const { view, task, canEdit, mutate } = useTaskPanel();
  const hints = proposedHints(detail);
  if (hints.length === 0) return null;
  return (
    <section aria-labelledby="task-hints" className="rounded-m bg-hint-soft p-1 forced-colors:border">
      <h3 id="task-hints" className="flex items-center gap-1.5 px-2 pt-1.5 pb-1 text-xs font-bold text-hint">
        <Sparkle size={12} aria-hidden />
        {taskStrings.hints.heading(hints.length)}
        {canEdit && <span className="ml-auto font-title text-ink-2 touch:hidden">{taskStrings.hints.keysLabel}</span>}
      </h3>
      <ul>
        {hints.map((hint, index) => (
          <HintRow
            key={hint.id}
            hint={hint}
            view={view}
            title={task.title}
            notes={detail.notes}
            isFirst={index === 0}
            canEdit={canEdit}
            onApply={() => applyHint(mutate, hint)}
            onDismiss={() => mutate("hint.dismiss", { taskId: task.id, hintId: hint.id })}
          />
        ))}
      </ul>
    </section>
  );
}
