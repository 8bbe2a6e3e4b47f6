"use client";

import { limits } from "@kanban/domain/limits";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { DraftNote } from "../drafts/draft-note.tsx";
import { useEditDraft } from "../drafts/use-edit-draft.ts";
import { isComposing } from "../keyboard/is-composing.ts";
import { taskStrings } from "./task.strings.ts";
import { useTaskPanel } from "./task-panel-context.tsx";

/** The title, edited where it stands: Enter, Esc and leaving it save. Nothing typed is thrown away. */
export function TaskTitle() {
  const { task, canEdit, mutate } = useTaskPanel();
  const { draft, isRestored, edit, settle } = useEditDraft(`task/${task.id}/title`, task.title, canEdit);
  const field = useRef<HTMLTextAreaElement>(null);
  const unsaved = useRef<() => void>(() => {});

  const save = () => {
    if (draft === null) return;
    const title = draft.replace(/\s+/gu, " ").trim();
    settle();
    // An empty title is no title: the old one stays.
    if (title !== "" && title !== task.title) mutate("task.update", { taskId: task.id, title });
  };
  useEffect(() => {
    // One found again after a crash waits for its writer, however often the task is opened and closed.
    unsaved.current = isRestored ? () => {} : save;
  });
  // The panel may close or show another task (which mounts anew) while the field still has the focus.
  useEffect(() => () => unsaved.current(), []);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent) || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    // Esc leaves the field first; a second one closes the panel.
    event.stopPropagation();
    field.current?.blur();
    field.current?.closest<HTMLElement>("[role=dialog]")?.focus();
  };

  const className = "text-xl font-bold tracking-[-0.015em] text-pretty wrap-anywhere";
  if (!canEdit)
    return (
      <h2 dir="auto" className={className}>
        {task.title}
      </h2>
    );
  return (
    <div className="grid gap-1">
      <h2>
        <textarea
          ref={field}
          dir="auto"
          rows={1}
          aria-label={taskStrings.title.label}
          value={draft ?? task.title}
          maxLength={limits.title}
          onChange={(event) => edit(event.currentTarget.value.replace(/[\r\n]+/gu, " "))}
          onBlur={save}
          onKeyDown={handleKeyDown}
          className={`${className} -mx-2 field-sizing-content block w-[calc(100%+16px)] resize-none rounded-m px-2 py-1 hover:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)] focus:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)] focus-visible:outline-offset-0 touch:text-xl`}
        />
      </h2>
      {isRestored && <DraftNote onDiscard={settle} />}
    </div>
  );
}
