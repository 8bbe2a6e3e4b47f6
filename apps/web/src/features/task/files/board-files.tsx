"use client";

import type { BoardId, TaskId } from "@kanban/domain/ids";
import { useEffect } from "react";
import { showToast } from "../../../components/ui/toast.tsx";
import { useSyncEngine } from "../../../sync/engine-context.tsx";
import { dropTargetAt, openTaskId, overAttribute } from "./drop-target.ts";
import { filesStrings } from "./files.strings.ts";
import { problemText } from "./problem-text.ts";
import { bringsFiles, droppedFiles, takeFiles } from "./take-files.ts";
import { useUploadQueue } from "./use-uploads.ts";

/** Files from outside on one board: dropped on a card or the open task, pasted into the open task, and left by an earlier page. */
export function BoardFiles({ boardId }: { boardId: BoardId }) {
  const queue = useUploadQueue();
  const engine = useSyncEngine();

  useEffect(() => void queue?.resume(), [queue]);

  useEffect(() => {
    if (!queue) return;
    const viewOf = () => engine.boardState(boardId).view;
    const attach = (taskId: TaskId, files: readonly File[]) => {
      const view = viewOf();
      if (!view || files.length === 0) return;
      if (view.role === "viewer") return showToast(filesStrings.readOnly, { tone: "danger" });
      queue.add(boardId, taskId, takeFiles(files));
      if (openTaskId() !== taskId)
        showToast(filesStrings.attaching(files.length, view.tasks[taskId]?.title ?? ""), { id: `files-${taskId}` });
    };

    let over: HTMLElement | null = null;
    const mark = (element: HTMLElement | null) => {
      if (element === over) return;
      over?.removeAttribute(overAttribute);
      element?.setAttribute(overAttribute, "");
      over = element;
    };
    const handleOver = (event: DragEvent) => {
      if (!event.dataTransfer || !bringsFiles(event.dataTransfer)) return;
      // Everywhere: a file dropped beside its target would take the place of the page.
      event.preventDefault();
      const target = viewOf()?.role === "viewer" ? null : dropTargetAt(event.target);
      event.dataTransfer.dropEffect = target ? "copy" : "none";
      mark(target?.element ?? null);
    };
    const handleLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) mark(null);
    };
    const handleDrop = (event: DragEvent) => {
      if (!event.dataTransfer || !bringsFiles(event.dataTransfer)) return;
      mark(null);
      // A text under it has taken them.
      if (event.defaultPrevented) return;
      event.preventDefault();
      const target = dropTargetAt(event.target);
      const { files, hasFolder } = droppedFiles(event.dataTransfer);
      if (hasFolder) showToast(filesStrings.noFolders, { tone: "danger" });
      if (target) attach(target.taskId, files);
    };
    const handlePaste = (event: ClipboardEvent) => {
      const taskId = openTaskId();
      const files = event.clipboardData?.files;
      // Who pastes from a text editor brings a picture of the text, too: the text is meant.
      const isText = event.clipboardData?.types.includes("text/plain") && isField(event.target);
      if (!taskId || !files?.length || event.defaultPrevented || isText) return;
      event.preventDefault();
      attach(taskId, [...files]);
    };

    document.addEventListener("dragover", handleOver);
    document.addEventListener("dragleave", handleLeave);
    document.addEventListener("drop", handleDrop);
    document.addEventListener("paste", handlePaste);
    return () => {
      mark(null);
      document.removeEventListener("dragover", handleOver);
      document.removeEventListener("dragleave", handleLeave);
      document.removeEventListener("drop", handleDrop);
      document.removeEventListener("paste", handlePaste);
    };
  }, [boardId, queue, engine]);

  useEffect(() => {
    if (!queue) return;
    const told = new Set<string>();
    return queue.store.subscribe(() => {
      for (const { id, taskId, name, state, problem } of queue.store.get().uploads) {
        if (state !== "failed") told.delete(id);
        // The open panel says it where the file is.
        if (state !== "failed" || !problem || told.has(id) || openTaskId() === taskId) continue;
        told.add(id);
        const actions = [{ label: filesStrings.retry, run: () => queue.retry(id) }];
        showToast(filesStrings.failed(name, problemText(problem)), { tone: "danger", actions });
      }
    });
  }, [queue]);

  return null;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|INPUT)$/.test(target.tagName));
}
