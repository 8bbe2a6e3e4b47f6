"use client";

import { useCallback } from "react";
import { useTaskPanel } from "../task-panel-context.tsx";
import { attachToText } from "./attach-to-text.ts";
import { useUploadQueue } from "./use-uploads.ts";

/** Takes files pasted or dropped into the notes: uploads them, and writes where they are at the caret. */
export function useNotesFiles(): (files: File[]) => void {
  const { boardId, task } = useTaskPanel();
  const queue = useUploadQueue();
  const taskId = task.id;
  return useCallback(
    (files) => {
      if (!queue) return;
      const reference = attachToText(queue, { boardId, taskId }, files);
      const field = document.activeElement;
      if (field instanceof HTMLTextAreaElement) typeInto(field, reference);
    },
    [queue, boardId, taskId],
  );
}

/** As if typed, so that the browser's own undo takes it back and React hears of it. */
function typeInto(field: HTMLTextAreaElement, text: string): void {
  // Deprecated and without a successor: nothing else keeps a field's undo history.
  if (document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}
