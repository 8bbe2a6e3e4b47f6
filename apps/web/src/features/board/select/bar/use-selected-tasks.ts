"use client";

import type { TaskCard } from "@kanban/domain/entities";
import { isSameList } from "../../state/is-same-list.ts";
import { useBoardPart, useScreen, useScreenPart } from "../../state/screen.tsx";
import type { TasksInHand } from "../choices/tasks-in-hand.ts";

/** The chosen tasks as they are, in no promised order. */
export function useSelectedTasks(): TaskCard[] {
  const ids = useScreenPart((state) => state.selection.ids);
  return useBoardPart((view) => [...ids].flatMap((id) => view.tasks[id] ?? []), isSameList);
}

/** The chosen tasks with what is needed to change them together. */
export function useTasksInHand(): TasksInHand {
  return { screen: useScreen(), view: useBoardPart((whole) => whole), tasks: useSelectedTasks() };
}
