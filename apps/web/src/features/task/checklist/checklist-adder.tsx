"use client";

import { limits } from "@kanban/domain/limits";
import { Plus } from "lucide-react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { useDraft } from "../../drafts/use-draft.ts";
import { isComposing } from "../../keyboard/is-composing.ts";
import { taskStrings } from "../task.strings.ts";
import { useTaskPanel } from "../task-panel-context.tsx";
import { splitLines } from "./split-lines.ts";

/** The field below the checklist: Enter adds and stays, several pasted lines become several items. */
export function ChecklistAdder({ onAdd }: { onAdd: (items: { text: string; isDone: boolean }[]) => void }) {
  const { task } = useTaskPanel();
  const { text: draft, setText: setDraft } = useDraft(`task/${task.id}/new-item`);

  const add = () => {
    const items = splitLines(draft);
    if (items.length > 0) onAdd(items);
    setDraft("");
  };

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      add();
    } else if (event.key === "Escape") {
      // Leaving the field adds what is in it: nothing typed is thrown away.
      event.stopPropagation();
      event.currentTarget.closest<HTMLElement>("[role=dialog]")?.focus();
    }
  };

  const handlePaste = (event: ClipboardEvent) => {
    const lines = splitLines(event.clipboardData.getData("text/plain"));
    if (lines.length < 2) return;
    event.preventDefault();
    onAdd([...splitLines(draft), ...lines]);
    setDraft("");
  };

  return (
    <div className="-mx-1.5 flex items-start gap-0.5 px-0.5">
      <span className="grid size-(--control-s) shrink-0 place-items-center text-ink-3 mouse:mt-0.5">
        <Plus size={14} aria-hidden />
      </span>
      <textarea
        rows={1}
        aria-label={taskStrings.checklist.add}
        placeholder={taskStrings.checklist.add}
        title={taskStrings.checklist.placeholder}
        value={draft}
        maxLength={limits.checklistText}
        enterKeyHint="next"
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
        onBlur={add}
        className="field-sizing-content min-w-0 flex-1 resize-none rounded-s bg-transparent px-1 py-1 text-md focus-visible:outline-offset-0 touch:py-3"
      />
    </div>
  );
}
