"use client";

import type { BoardId } from "@kanban/domain/ids";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useBoardSelector } from "../../sync/use-board.ts";
import { Board } from "../board/board.tsx";
import { WatchPace } from "../pace/watch-pace.tsx";
import { Presence } from "../people/presence.tsx";
import { BoardFilesSlot } from "../task/files/board-files-slot.tsx";
import { findTask } from "../task/find-task.ts";
import { taskRefInPath } from "../task/task-location.ts";
import { WatchTextConflicts } from "../task/notes/watch-text-conflicts.tsx";
import { TaskPanelSlot } from "../task/task-panel-slot.tsx";
import { rememberLastBoard } from "./last-board.ts";

/** A board and, over it, the task its address names. */
export function BoardFrame({ boardId }: { boardId: BoardId }) {
  const name = useBoardSelector(boardId, (view) => view.board.name);
  const ref = taskRefInPath(usePathname());
  const task = useBoardSelector(boardId, (view) => (ref ? (findTask(view, ref)?.title ?? null) : null));

  useEffect(() => {
    if (name === null) return;
    rememberLastBoard(boardId);
    document.title = [task, name, "Personal Kanban"].filter((part) => part !== null).join(" · ");
  }, [boardId, name, task]);

  return (
    <>
      <Board boardId={boardId} />
      <TaskPanelSlot boardId={boardId} />
      <WatchTextConflicts />
      <BoardFilesSlot boardId={boardId} />
      {name !== null && <WatchPace boardId={boardId} />}
      <Presence boardId={boardId} />
    </>
  );
}
