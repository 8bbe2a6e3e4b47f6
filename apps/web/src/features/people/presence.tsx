"use client";

import type { BoardId } from "@kanban/domain/ids";
import { usePathname } from "next/navigation";
import { useBoardSelector } from "../../sync/use-board.ts";
import { findTask } from "../task/find-task.ts";
import { taskRefInPath } from "../task/task-location.ts";
import { usePresence } from "./use-presence.ts";

/** Tells the others on a board that it, and the task its address names, is looked at here. */
export function Presence({ boardId }: { boardId: BoardId }) {
  const ref = taskRefInPath(usePathname());
  const taskId = useBoardSelector(boardId, (view) => (ref ? (findTask(view, ref)?.id ?? null) : null));
  usePresence(boardId, taskId);
  return null;
}
