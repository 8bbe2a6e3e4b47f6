"use client";

import type { TaskDetail } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { Pencil } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { DraftNote } from "../../drafts/draft-note.tsx";
import { toggleTask } from "../../editor/edits/toggle-task.ts";
import { LazyEditor, preloadEditor } from "../../editor/lazy-editor.tsx";
import { isComposing } from "../../keyboard/is-composing.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { Markdown } from "./markdown.tsx";
import { NotesConflict } from "./notes-conflict.tsx";
import { saveNotes } from "./save-notes.ts";
import { textConflicts } from "./text-conflicts.ts";
import { useBoardText } from "./use-board-text.ts";
import { useNotesDraft } from "./use-notes-draft.ts";

/** The notes: read as Markdown, written as plain text, saved by themselves. */
export function Notes({
  detail,
  onPasteFiles,
}: {
  detail: TaskDetail;
  /** Files pasted or dropped into the notes; without it the browser keeps them. */
  onPasteFiles?: (files: File[]) => void;
}) {
  const { boardId, task, canEdit, mutate } = useTaskPanel();
  const draft = useNotesDraft(detail);
  const region = useRef<HTMLElement>(null);
  const conflict = useSyncExternalStore(textConflicts.subscribe, () => textConflicts.of(task.id));
  const strings = taskStrings.notes;

  const { mentionable, references, taskPrefix } = useBoardText();
  useEffect(preloadEditor, []);

  const focusReading = () => requestAnimationFrame(() => region.current?.querySelector("button")?.focus());
  const finish = () => {
    if (draft.finish()) focusReading();
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (!isDone || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
    finish();
  };
  const handleBlur = (event: FocusEvent) => {
    // Another window has the focus: the hand will come back here.
    if (!document.hasFocus() || event.currentTarget.contains(event.relatedTarget)) return;
    draft.finish();
  };
  const tick = (offset: number) => {
    const ticked = toggleTask(detail.notes, offset);
    if (ticked !== null) saveNotes(mutate, boardId, task.id, ticked, detail.notesVersion);
  };

  // Never taken away under someone's hands, not even by a conflict: what is typed next would go nowhere.
  if (draft.text !== null) {
    const isTooLong = draft.text.length > limits.notes;
    return (
      <section ref={region} aria-label={strings.label} className="grid gap-2" onBlur={handleBlur}>
        <LazyEditor
          autoFocus={!draft.isRestored}
          label={strings.label}
          placeholder={strings.placeholder}
          value={draft.text}
          isInvalid={isTooLong}
          mentionable={mentionable}
          onChange={draft.change}
          onKeyDown={handleKeyDown}
          onPasteFiles={onPasteFiles}
        />
        {draft.isRestored && <DraftNote onDiscard={draft.discard} />}
        <div className="flex items-center justify-between gap-2 text-xs text-ink-3">
          <p
            role={isTooLong || conflict ? "alert" : undefined}
            className={isTooLong ? "text-danger" : conflict ? "text-warn" : ""}
          >
            {isTooLong
              ? strings.tooLong(limits.notes.toLocaleString())
              : conflict
                ? strings.conflictWhileWriting
                : strings.saving}
          </p>
          <Button keys="Esc" onClick={finish}>
            {strings.done}
          </Button>
        </div>
      </section>
    );
  }

  if (conflict) return <NotesConflict conflict={conflict} />;

  if (detail.notes === "") {
    if (!canEdit) return null;
    return (
      <section ref={region} aria-label={strings.label}>
        <button
          type="button"
          onClick={draft.begin}
          className="-mx-2 min-h-9 w-[calc(100%+16px)] rounded-m px-2 text-left text-md text-ink-3 hover:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)] hover:text-ink-2 touch:min-h-11"
        >
          {strings.add}
        </button>
      </section>
    );
  }

  return (
    <section ref={region} aria-label={strings.label} className="group relative">
      <div
        onClick={(event) => {
          // Links are for following (or were, before their address was dropped), selected text is for copying; everything else opens the editor.
          const isSelecting = (getSelection()?.toString() ?? "") !== "";
          if (canEdit && !isSelecting && !(event.target as Element).closest("a, input, [data-dead-link]"))
            draft.begin();
        }}
        className={
          canEdit
            ? "-mx-2 cursor-text rounded-m px-2 py-1 touch:pr-11 hover:bg-[color-mix(in_oklab,var(--ink)_4%,transparent)]"
            : ""
        }
      >
        <Markdown text={detail.notes} references={references} taskPrefix={taskPrefix} onTick={canEdit ? tick : null} />
      </div>
      {canEdit && (
        <IconButton
          label={strings.edit}
          onClick={draft.begin}
          className="absolute top-0 -right-2 bg-raised opacity-0 group-hover:opacity-100 focus-visible:opacity-100 touch:opacity-100"
        >
          <Pencil size={13} aria-hidden />
        </IconButton>
      )}
    </section>
  );
}
