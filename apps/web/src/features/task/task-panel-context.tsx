"use client";

import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId } from "@kanban/domain/ids";
import { createContext, use } from "react";
import type { Mutate } from "../../sync/asked-change.ts";

/** What every part of an open task works with. */
export type TaskPanelContextValue = {
  boardId: BoardId;
  view: BoardView;
  task: TaskCard;
  /** False for viewers: everything can be read, nothing changed. */
  canEdit: boolean;
  mutate: Mutate;
  /** Closes the panel and gives the focus back to the task's card. */
  close: () => void;
};

const Context = createContext<TaskPanelContextValue | null>(null);

export const TaskPanelProvider = Context.Provider;

/** The open task around this component. */
export function useTaskPanel(): TaskPanelContextValue {
  const value = use(Context);
  if (!value) throw new Error("useTaskPanel needs an open task panel above it");
  return value;
}
