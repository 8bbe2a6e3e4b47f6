"use client";

import type { BoardId } from "@kanban/domain/ids";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { taskRefInPath } from "./task-location.ts";

// Its own piece of script: the board must not wait for Markdown.
const load = () => import("./task-panel.tsx").then((module) => module.TaskPanel);
const TaskPanel = dynamic(load, { ssr: false });

/** The task panel, when the address names a task. */
export function TaskPanelSlot({ boardId }: { boardId: BoardId }) {
  const ref = taskRefInPath(usePathname());

  useEffect(() => {
    // Fetched while nobody waits, so that the first task opens within a frame and without a network.
    // Without a network it fails and is tried again when a task is opened.
    const timer = setTimeout(() => void load().catch(() => null), 1_000);
    return () => clearTimeout(timer);
  }, []);

  return ref ? <TaskPanel boardId={boardId} taskRef={ref} /> : null;
}
