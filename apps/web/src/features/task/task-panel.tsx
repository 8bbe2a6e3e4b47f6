"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import type { BoardId, TaskId } from "@kanban/domain/ids";
import { useEffect, useRef } from "react";
import { isForLayerAbove, isLayerAboveOpen } from "../../components/ui/layer-above.ts";
import { useBoard } from "../../sync/use-board.ts";
import { findTask } from "./find-task.ts";
import { OpenTask } from "./open-task.tsx";
import { closeTask, type TaskRef } from "./task-location.ts";
import { TaskMissing } from "./task-missing.tsx";
import { TaskPanelSkeleton } from "./task-panel-skeleton.tsx";
import { taskStrings } from "./task.strings.ts";

/** A task over its board: a sheet in the middle, the whole screen on a phone. Closing gives the focus to its card. */
export function TaskPanel({ boardId, taskRef }: { boardId: BoardId; taskRef: TaskRef }) {
  const { status, view } = useBoard(boardId);
  const popup = useRef<HTMLDivElement>(null);
  const lastTask = useRef<TaskId | null>(null);
  const task = view && findTask(view, taskRef);
  const taskId = task?.id;
  useEffect(() => {
    if (taskId) lastTask.current = taskId;
  }, [taskId]);
  const close = () => closeTask(boardId);

  // The board's own screen says what is wrong with the board.
  if (!view && status !== "loading") return null;

  return (
    <Base.Root
      open
      onOpenChange={(open, details) => {
        if (isForLayerAbove(details)) details.cancel();
        else if (!open) close();
      }}
    >
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-20 bg-veil motion-safe:animate-[veil-in_var(--medium)_var(--ease)]" />
        <Base.Popup
          ref={popup}
          aria-label={task ? taskStrings.panel.label(task.title) : taskStrings.panel.loading}
          aria-busy={!view}
          // Not a field: on a phone the keyboard would cover the task, and single keys should work at once. Nothing at all
          // when its script or its address has come so late that somebody types above it already, as in the palette.
          initialFocus={() => (isLayerAboveOpen() ? false : popup.current)}
          finalFocus={() => document.querySelector<HTMLElement>(`[data-task-id="${lastTask.current}"]`)}
          data-task-panel
          className="fixed top-[7vh] left-1/2 z-20 flex max-h-[86vh] w-[min(820px,calc(100vw-32px))] -translate-x-1/2 overflow-hidden rounded-l border border-line bg-raised shadow-3 outline-none motion-safe:animate-[layer-in_var(--medium)_var(--ease)] max-sm:inset-0 max-sm:max-h-none max-sm:w-full max-sm:translate-x-0 max-sm:rounded-none max-sm:border-0"
        >
          {task && view && <OpenTask key={task.id} boardId={boardId} view={view} task={task} close={close} />}
          {!task && view && <TaskMissing boardId={boardId} taskRef={taskRef} onClose={close} />}
          {!view && <TaskPanelSkeleton />}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
