"use client";

import { draggable } from "@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter";
import { type RefObject, useEffect } from "react";
import type { TaskId } from "@kanban/domain/ids";

/** Lets a hand carry a task to another day. */
export function useTaskDrag(ref: RefObject<HTMLElement | null>, taskId: TaskId, isOn: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (!element || !isOn) return;
    return draggable({ element, getInitialData: () => ({ kind: "calendar-task", taskId }) });
  }, [ref, taskId, isOn]);
}
