"use client";

import { dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { type RefObject, useEffect, useState } from "react";
import { taskIdSchema } from "@kanban/domain/ids";
import { useScreen } from "../state/screen.tsx";
import { setDueDay } from "./set-due-day.ts";

/** Lets a task be dropped on a day; true while one is held over it. */
export function useDayDrop(ref: RefObject<HTMLElement | null>, day: string): boolean {
  const screen = useScreen();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data["kind"] === "calendar-task",
      onDragEnter: () => setIsOver(true),
      onDragLeave: () => setIsOver(false),
      onDrop: ({ source }) => {
        setIsOver(false);
        setDueDay(screen, taskIdSchema.parse(source.data["taskId"]), day);
      },
    });
  }, [ref, screen, day]);
  return isOver;
}
