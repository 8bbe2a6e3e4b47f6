"use client";

import { useLayoutEffect } from "react";
import type { TaskId } from "@kanban/domain/ids";

/** The card of a task while it is drawn, marked as the one a layer belongs to. */
export function useCardInHand(taskId: TaskId): HTMLElement | null {
  const card = document.querySelector<HTMLElement>(`article[data-task-id="${taskId}"]`);
  useLayoutEffect(() => {
    if (!card) return;
    card.dataset["inHand"] = "";
    return () => {
      delete card.dataset["inHand"];
    };
  }, [card]);
  return card;
}
