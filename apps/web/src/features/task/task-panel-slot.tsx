"use client";

import type { BoardId } from "@kanban/domain/ids";
import { usePathname } from "next/navigation";
import { lazyPart } from "../../lazy/lazy-part.tsx";
import { taskRefInPath } from "./task-location.ts";

const TaskPanel = lazyPart(() => import("./task-panel.tsx").then((module) => module.TaskPanel));

/** The task panel, when the address names a task. */
export function TaskPanelSlot({ boardId }: { boardId: BoardId }) {
  const ref = taskRefInPath(usePathname());
  return ref ? <TaskPanel boardId={boardId} taskRef={ref} /> : null;
}
