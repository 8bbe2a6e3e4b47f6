"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import type { ColumnId, TaskId } from "@kanban/domain/ids";
import { strings } from "../board.strings.ts";
import { openTask } from "../card/open-task.ts";
import { announce } from "../state/announce.ts";
import { useScreen } from "../state/screen.tsx";
import type { ComposerEdge } from "../state/screen-state.ts";
import { createTask, createTasks } from "./create-tasks.ts";
import { keepDraft, readDraft } from "./draft.ts";
import { joinPaste, splitPaste } from "./split-paste.ts";

/** The state of a quick-add field: its text (kept as a draft), a pasted list to decide on, and what keys do. */
export function useComposer(columnId: ColumnId, edge: ComposerEdge, onAdded: () => void, below: TaskId | null = null) {
  const screen = useScreen();
  const [text, setTextState] = useState(() => readDraft(columnId));
  const [pasted, setPasted] = useState<string | null>(null);
  const lastAdded = useRef<TaskId | null>(below);
  const field = useRef<HTMLTextAreaElement>(null);

  const setText = (next: string) => {
    setTextState(next);
    keepDraft(columnId, next);
  };
  const close = () => screen.store.set({ composer: null });
  const add = (opens: boolean) => {
    const title = text.trim();
    if (title === "") return;
    createTask(screen, { columnId, title, edge, lastAdded: lastAdded.current }, (taskId) => {
      lastAdded.current = taskId;
      announce(screen, strings.add.added(title, screen.view().columns[columnId]?.name ?? ""));
      setText("");
      onAdded();
      if (!opens) return;
      close();
      openTask(screen, taskId);
    });
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    // A key that ends the composition of a character (Japanese, Chinese, …) is not for us.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) add(event.ctrlKey || event.metaKey);
    else if (event.key === "Escape") close();
    else if (event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
  };
  const handlePaste = (event: ClipboardEvent) => {
    const content = event.clipboardData.getData("text/plain");
    if (!/[\r\n]/.test(content.trim())) return;
    event.preventDefault();
    if (splitPaste(content).length > 1) setPasted(content);
    else setText(`${text}${joinPaste(content)}`);
  };
  const takeMany = () => {
    if (pasted === null) return;
    const left = createTasks(screen, columnId, splitPaste(pasted), edge, lastAdded.current);
    if (left.length > 0) setText(left.join(" "));
    leavePaste();
    onAdded();
  };
  const takeOne = () => {
    if (pasted === null) return;
    setText(joinPaste(`${text} ${pasted}`));
    leavePaste();
  };
  const leavePaste = () => setPasted(null);
  return { text, setText, pasted, field, add, close, handleKeyDown, handlePaste, takeMany, takeOne, leavePaste };
}
