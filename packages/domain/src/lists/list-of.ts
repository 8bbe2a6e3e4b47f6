import type { Column, TaskCard } from "../entities.ts";
import { dayInZone } from "../today/local-day.ts";
import { isDeferred, type Now } from "../today/next-action.ts";
import { isWholeDay } from "../whole-day.ts";

/** The lists of Getting Things Done an open task can be in. */
export const taskLists = ["inbox", "next", "doing", "waiting", "someday", "deferred"] as const;
export type TaskList = (typeof taskLists)[number];

/**
 * The one list an open task is in; `null` when it is done. What is put off is nowhere else until its day; what nobody
 * has clarified is in the inbox, whatever it says; whoever is waited for, it waits.
 */
export function listOf(
  task: Pick<TaskCard, "finishedAt" | "deferUntil" | "waitingFor">,
  { kind }: Pick<Column, "kind">,
  now: Now,
): TaskList | null {
  if (kind === "done" || task.finishedAt !== null) return null;
  if (isDeferred(task, now)) return "deferred";
  if (kind !== "inbox" && task.waitingFor !== null) return "waiting";
  return kind;
}

/**
 * True while a task that was put off is back and nobody has moved it since: its day has come after it was laid where it
 * is. Taking the day off, or another move, ends it.
 */
export function isBack(task: Pick<TaskCard, "finishedAt" | "deferUntil" | "enteredColumnAt">, now: Now): boolean {
  const { deferUntil, enteredColumnAt } = task;
  if (deferUntil === null || task.finishedAt !== null || isDeferred(task, now)) return false;
  const laid = new Date(enteredColumnAt);
  return isWholeDay(deferUntil) ? dayInZone(laid, now.timeZone) < deferUntil : laid.getTime() < Date.parse(deferUntil);
}
