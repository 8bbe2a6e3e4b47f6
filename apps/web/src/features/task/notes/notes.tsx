"use client";

import type { TaskDetail } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { Pencil } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useRef, useSyncExternalStore } from "react";
import { Button } from "../../../components/ui/button.tsx";
import { IconButton } from "../../../components/ui/icon-button.tsx";
import { TextArea } from "../../../components/ui/text-area.tsx";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { Markdown } from "./markdown.tsx";
import { NotesConflict } from "./notes-conflict.tsx";
import { textConflicts } from "./text-conflicts.ts";
import { useNotesDraft } from "./use-notes-draft.ts";

/** The notes: read as Markdown, written as plain text, saved by themselves. */
export function Notes({
  detail,
  onPasteFiles,
}: {
  detail: TaskDetail;
  /** Files pasted into the notes; without it the browser keeps them. */
  onPasteFiles?: (files: File[]) => void;
}) {
  const { task, canEdit } = useTaskPanel();
  const draft = useNotesDraft(detail);
  const region = useRef<HTMLElement>(null);
  const conflict = useSyncExternalStore(textConflicts.subscribe, () => textConflicts.of(task.id));
  const strings = taskStrings.notes;

  const focusReading = () => requestAnimationFrame(() => region.current?.querySelector("button")?.focus());
  const handleKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey));
    if (!isDone || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    draft.finish();
    focusReading();
  };

  const handlePaste = (event: ClipboardEvent) => {
    const { files, types } = event.clipboardData;
    // Who pastes from a text editor brings a picture of the text, too: the text is meant.
    if (!onPasteFiles || files.length === 0 || types.includes("text/plain")) return;
    event.preventDefault();
    onPasteFiles([...files]);
  };

  // Never taken away under someone's hands, not even by a conflict: what is typed next would go nowhere.
  if (draft.text !== null) {
    const isTooLong = draft.text.length > limits.notes;
    return (
      <section ref={region} aria-label={strings.label} className="grid gap-2">
        <TextArea
          autoFocus
          aria-label={strings.label}
          placeholder={strings.placeholder}
          value={draft.text}
          rows={5}
          className="max-h-[50vh] overflow-y-auto"
          aria-invalid={isTooLong || undefined}
          onChange={(event) => draft.change(event.currentTarget.value)}
          onBlur={draft.finish}
          onKeyDown={handleKeyDown}
          onPaste={handlePaste}
        />
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
          {/* Leaving the field is what saves; the button is a place to leave it to. */}
          <Button keys="Esc" onClick={focusReading}>
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
        <Markdown text={detail.notes} />
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
