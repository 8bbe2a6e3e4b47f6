"use client";

import type { TaskCard } from "@kanban/domain/entities";
import { isSameList } from "../../state/is-same-list.ts";
import { useBoardPart, useScreenPart } from "../../state/screen.tsx";

/** The chosen tasks as they are, in no promised order. */
export function useSelectedTasks(): TaskCard[] {
  const ids = useScreenPart((state) => state.selection.ids);
  return useBoardPart((view) => [...ids].flatMap((id) => view.tasks[id] ?? []), isSameList);
}

/** Which labels all tasks have, and which only some. */
export function sharedLabels<Id extends string>(
  tasks: readonly TaskCard[],
  labelsOf: (task: TaskCard) => readonly Id[],
): { all: Id[]; some: Id[] } {
  const counts = new Map<Id, number>();
  for (const task of tasks) for (const id of labelsOf(task)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts.keys()];
  const isOnAll = (id: Id) => counts.get(id) === tasks.length;
  return { all: ids.filter(isOnAll), some: ids.filter((id) => !isOnAll(id)) };
}

/** The value all tasks have, `undefined` where they differ. */
export function sharedValue<Value>(tasks: readonly TaskCard[], valueOf: (task: TaskCard) => Value): Value | undefined {
  const [first, ...others] = tasks.map(valueOf);
  return others.every((value) => value === first) ? first : undefined;
}
