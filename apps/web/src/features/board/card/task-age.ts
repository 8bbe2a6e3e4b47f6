import type { TaskCard } from "@kanban/domain/entities";

export type AgeStep = 1 | 2 | 3 | 4;

/** Days in progress from which a task is in step 2, 3 and 4. Fixed until a board has finished tasks to compare with. */
const stepDays = [3, 7, 14] as const;

const dayMs = 86_400_000;

/** How old a started, unfinished task is in whole days and in four steps; `null` for any other. */
export function taskAge(
  task: Pick<TaskCard, "startedAt" | "finishedAt">,
  now: number,
): { days: number; step: AgeStep } | null {
  if (task.startedAt === null || task.finishedAt !== null) return null;
  const days = Math.max(0, Math.floor((now - Date.parse(task.startedAt)) / dayMs));
  const step = (1 + stepDays.filter((from) => days >= from).length) as AgeStep;
  return { days, step };
}
