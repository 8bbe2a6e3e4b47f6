import type { TaskCard } from "@kanban/domain/entities";
import { ageStep, type AgeStep, olderThanPercent, type Pace } from "@kanban/domain/pace/pace";

const dayMs = 86_400_000;

export type TaskAge = {
  days: number;
  step: AgeStep;
  /** Percent of the board's finished tasks that took less time; `null` while these are too few. */
  olderThan: number | null;
};

/** How old a started, unfinished task is: in whole days, in four steps, and against finished ones; `null` for any other. */
export function taskAge(
  task: Pick<TaskCard, "startedAt" | "finishedAt">,
  now: number,
  pace: Pace | null = null,
): TaskAge | null {
  if (task.startedAt === null || task.finishedAt !== null) return null;
  const ageMs = Math.max(0, now - Date.parse(task.startedAt));
  return { days: Math.floor(ageMs / dayMs), step: ageStep(ageMs, pace), olderThan: olderThanPercent(ageMs, pace) };
}
