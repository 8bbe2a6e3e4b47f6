"use client";

import type { KeyboardEvent } from "react";
import type { TaskId } from "@kanban/domain/ids";
import { readId } from "@kanban/domain/read-id";
import { openTask } from "../card/open-task.ts";
import { cancelLift, dropLifted, liftTask, stepLifted } from "../move/lift-task.ts";
import { stepTask } from "../move/step-task.ts";
import { extendSelection } from "../select/select.ts";
import { type BoardScreen, useCanEdit, useScreen } from "../state/screen.tsx";
import type { FocusStep } from "./move-focus.ts";
import { stepFocus } from "./step-focus.ts";

const steps: Partial<Record<string, FocusStep>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

/** What a key does to a card in the hand; `true` when it was for us. Tab would leave a card hanging. */
function handleLifted(screen: BoardScreen, key: string): boolean {
  const step = steps[key];
  if (step) stepLifted(screen, step);
  else if (key === " " || key === "Enter") dropLifted(screen);
  else if (key === "Escape") cancelLift(screen);
  else return key === "Tab";
  return true;
}

/** Shift with up and down moves the card; once something is chosen, they choose more. */
function stepOrExtend(screen: BoardScreen, taskId: TaskId, step: FocusStep): void {
  if (screen.store.get().selection.ids.size === 0) stepTask(screen, taskId, step);
  else extendSelection(screen, taskId, step);
}

function handleFocused(screen: BoardScreen, taskId: TaskId, event: KeyboardEvent, canEdit: boolean): boolean {
  const step = steps[event.key];
  // Sideways is a command, whose keys can be changed.
  if (event.shiftKey && (step === "left" || step === "right")) return false;
  if (step && event.shiftKey && canEdit) stepOrExtend(screen, taskId, step);
  else if (step) stepFocus(screen, taskId, step);
  else if (event.key === "Enter") openTask(screen, taskId);
  else if (event.key === " " && canEdit) liftTask(screen, taskId);
  else return false;
  return true;
}

/** The keys of a focused card: arrows, Space, Enter, Esc. They are the card's own and cannot be turned off. */
export function useBoardKeys(): (event: KeyboardEvent) => void {
  const screen = useScreen();
  const canEdit = useCanEdit();
  return (event) => {
    // Only the card itself: a button or a field inside keeps its keys.
    const taskId = readId<TaskId>((event.target as HTMLElement).dataset["taskId"]);
    if (!taskId || event.ctrlKey || event.metaKey || event.altKey) return;
    const isOurs = screen.store.get().lift
      ? handleLifted(screen, event.key)
      : handleFocused(screen, taskId, event, canEdit);
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
