import type { Energy, TaskCard } from "../entities.ts";

/** What one has to give: time, strength, and where one is. `null` and the empty list ask for nothing. */
export type TodayFilter = {
  /** Minutes at hand. */
  minutes: number | null;
  /** Strength at hand: what takes more is left out. */
  energy: Energy | null;
  /** Names of contexts, folded; a task needs one of them. */
  contexts: readonly string[];
};

export const noTodayFilter: TodayFilter = { minutes: null, energy: null, contexts: [] };

const strength: Record<Energy, number> = { low: 1, medium: 2, high: 3 };

/** True when a task fits into what one has. What nobody has estimated fits no limit of time, but any strength. */
export function fitsToday(
  task: Pick<TaskCard, "estimateMinutes" | "energy">,
  contexts: readonly string[],
  filter: TodayFilter,
): boolean {
  if (filter.minutes !== null && (task.estimateMinutes === null || task.estimateMinutes > filter.minutes)) return false;
  if (filter.energy !== null && task.energy !== null && strength[task.energy] > strength[filter.energy]) return false;
  return filter.contexts.length === 0 || filter.contexts.some((name) => contexts.includes(name));
}
