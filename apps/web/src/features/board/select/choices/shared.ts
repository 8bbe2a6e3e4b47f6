import type { TaskCard } from "@kanban/domain/entities";

/** Which labels all tasks have, and which only some. */
export function sharedLabels<Id extends string>(
  tasks: readonly TaskCard[],
  labelsOf: (task: TaskCard) => readonly Id[],
): { chosen: Id[]; partly: Id[] } {
  const counts = new Map<Id, number>();
  for (const task of tasks) for (const id of labelsOf(task)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts.keys()];
  const isOnAll = (id: Id) => counts.get(id) === tasks.length;
  return { chosen: ids.filter(isOnAll), partly: ids.filter((id) => !isOnAll(id)) };
}

/** The value all tasks have, `undefined` where they differ. */
export function sharedValue<Value>(tasks: readonly TaskCard[], valueOf: (task: TaskCard) => Value): Value | undefined {
  const [first, ...others] = tasks.map(valueOf);
  return others.every((value) => value === first) ? first : undefined;
}
