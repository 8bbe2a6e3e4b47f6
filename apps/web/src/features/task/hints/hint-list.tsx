"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { Hint, HintValue, TaskCard, TaskDetail } from "@kanban/domain/entities";
import { hintsToApply } from "@kanban/domain/hint/hints-to-apply";
import type { HintId } from "@kanban/domain/ids";
import { Sparkle } from "lucide-react";
import { Button } from "../../../components/ui/button.tsx";
import { Kbd } from "../../../components/ui/kbd.tsx";
import type { Mutate } from "../../../sync/asked-change.ts";
import { taskStrings } from "../task.strings.ts";
import { applyAllHints, applyHint } from "./apply-hint.ts";
import { HintRow } from "./hint-row.tsx";

/** The hints still to decide, oldest first. */
export function proposedHints(detail: TaskDetail | null): Hint[] {
  return (detail?.hints ?? [])
    .filter((hint) => hint.state === "proposed")
    .sort((a, b) => (a.proposedAt < b.proposedAt ? -1 : 1));
}

/** What the worker proposes for a task; the first one answers to `y`, `e` and `n`, all of `all` to `Y`. */
export function HintList({
  hints,
  all = hints,
  place: { view, task, notes },
  canEdit,
  mutate,
  editing,
  onEdit,
}: {
  hints: readonly Hint[];
  all?: readonly Hint[];
  place: { view: BoardView; task: TaskCard; notes: string };
  canEdit: boolean;
  mutate: Mutate;
  /** The hint that is being edited. */
  editing: HintId | null;
  onEdit: (hintId: HintId | null) => void;
}) {
  if (hints.length === 0) return null;
  const apply = (hint: Hint, edited?: HintValue) => {
    onEdit(null);
    applyHint(mutate, hint, edited);
  };
  return (
    <section aria-labelledby="task-hints" className="rounded-m bg-hint-soft p-1 forced-colors:border">
      <div className="flex min-h-7 items-center gap-2 px-2">
        <h3 id="task-hints" className="flex items-center gap-1.5 text-xs font-bold text-hint">
          <Sparkle size={12} aria-hidden />
          {taskStrings.hints.heading(hints.length)}
        </h3>
        {canEdit && hintsToApply(all).length > 1 && (
          <Button tone="quiet" onClick={() => applyAllHints(mutate, all)} className="ml-auto">
            {taskStrings.hints.applyAll}
            <Kbd>Y</Kbd>
          </Button>
        )}
      </div>
      <ul>
        {hints.map((hint, index) => (
          <HintRow
            key={hint.id}
            hint={hint}
            view={view}
            title={task.title}
            notes={notes}
            isFirst={index === 0}
            canEdit={canEdit}
            isEditing={editing === hint.id}
            onEdit={(isEditing) => onEdit(isEditing ? hint.id : null)}
            onApply={(edited) => apply(hint, edited)}
            onDismiss={() => mutate("hint.dismiss", { taskId: task.id, hintId: hint.id })}
          />
        ))}
      </ul>
    </section>
  );
}
