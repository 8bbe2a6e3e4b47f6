"use client";

import type { Hint } from "@kanban/domain/entities";
import type { HintId } from "@kanban/domain/ids";
import type { OpenField } from "./fields/fields.tsx";
import { toggleTag } from "./fields/toggle-tag.ts";
import type { TaskInHand } from "./fields/choices/field-choice.ts";
import { applyAllHints, applyHint } from "./hints/apply-hint.ts";
import { useShortcuts } from "../keyboard/use-shortcuts.ts";

/** The commands of an open task. The screen below does not get its keys meanwhile. */
export function useTaskShortcuts(
  hand: TaskInHand & { canEdit: boolean },
  {
    onNext,
    onPrevious,
    onLeave,
    onField,
    hints,
    onEditHint,
  }: {
    onNext: () => void;
    onPrevious: () => void;
    onLeave: (way: "task.archive" | "task.remove") => void;
    onField: (field: OpenField) => void;
    hints: readonly Hint[];
    onEditHint: (hintId: HintId) => void;
  },
): void {
  const { task, mutate, canEdit } = hand;
  const firstHint = hints[0];
  useShortcuts(
    {
      "task-next": onNext,
      "task-previous": onPrevious,
      ...(canEdit && {
        archive: () => onLeave("task.archive"),
        trash: () => onLeave("task.remove"),
        "edit-title": editTitle,
        due: () => onField("due"),
        tags: () => onField("tags"),
        "toggle-tag": ({ keys }) => toggleTag(hand, Number(keys)),
        assign: () => onField("assign"),
        contexts: () => onField("contexts"),
        project: () => onField("project"),
        priority: () => onField("priority"),
        "move-to": () => onField("column"),
      }),
      ...(canEdit &&
        firstHint && {
          "hint-apply": () => void applyHint(mutate, firstHint),
          "hint-apply-all": () => applyAllHints(mutate, hints),
          "hint-edit": () => (firstHint.value.kind === "duplicate" ? false : onEditHint(firstHint.id)),
          "hint-dismiss": () => void mutate("hint.dismiss", { taskId: task.id, hintId: firstHint.id }),
        }),
    },
    "task",
  );
}

function editTitle(): void | false {
  const field = document.querySelector<HTMLTextAreaElement>("[data-task-panel] h2 textarea");
  if (!field) return false;
  field.focus();
  field.select();
}
