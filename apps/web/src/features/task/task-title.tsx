"use client";

import { limits } from "@kanban/domain/limits";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { taskStrings } from "./task.strings.ts";
import { useTaskPanel } from "./task-panel-context.tsx";

/** The title, edited where it stands: Enter, Esc and leaving it save. Nothing typed is thrown away. */
export function TaskTitle() {
  const { task, canEdit, mutate } = useTaskPanel();
  const [draft, setDraft] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const unsaved = useRef<() => void>(() => {});

  const save = () => {
    if (draft === null) return;
    const title = draft.replace(/\s+/gu, " ").trim();
    setDraft(null);
    // An empty title is no title: the old one stays.
    if (title !== "" && title !== task.title) mutate("task.update", { taskId: task.id, title });
  };
  useEffect(() => {
    unsaved.current = save;
  });
  // The panel may close or show another task (which mounts anew) while the field still has the focus.
  useEffect(() => () => unsaved.current(), []);

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    // Esc leaves the field first; a second one closes the panel.
    event.stopPropagation();
    field.current?.blur();
    field.current?.closest<HTMLElement>("[role=dialog]")?.focus();
  };

  const className = "text-xl font-bold tracking-[-0.015em] text-pretty wrap-anywhere";
  if (!canEdit) return <h2 className={className}>{task.title}</h2>;
  return (
    <h2>
      <textarea
        ref={field}
        rows={1}
        aria-label={taskStrings.title.label}
        value={draft ?? task.title}
        maxLength={limits.title}
        onChange={(event) => setDraft(event.currentTarget.value.replace(/[\r\n]+/gu, " "))}
        onBlur={save}
        onKeyDown={handleKeyDown}
        className={`${className} -mx-2 field-sizing-content block w-[calc(100%+16px)] resize-none rounded-m px-2 py-1 hover:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)] focus:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)] focus-visible:outline-offset-0 touch:text-xl`}
      />
    </h2>
  );
}
