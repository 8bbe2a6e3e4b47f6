import { daySchema } from "../moment.ts";

/** When a task is due, as a filter may ask it; also a range of days, `2026-11-01..2026-11-30`, open at either end. */
export const dueChoices = ["overdue", "today", "week", "none"] as const;

export type DueRange = { from: string | null; to: string | null };

/** The range a filter value names, or `null` when it names none. */
export function readDueRange(value: string): DueRange | null {
  const [from, to, ...rest] = value.split("..");
  if (from === undefined || to === undefined || rest.length > 0 || (from === "" && to === "")) return null;
  const areDays = [from, to].every((day) => day === "" || daySchema.safeParse(day).success);
  return areDays ? { from: from || null, to: to || null } : null;
}

/** Whether a filter can ask this of a due date. */
export function isDueChoice(value: string): boolean {
  return dueChoices.some((choice) => choice === value) || readDueRange(value) !== null;
}
