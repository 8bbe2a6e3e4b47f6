import type { TaskCard } from "../entities.ts";
import { isWholeDay } from "../whole-day.ts";
import { dayOfMoment } from "./local-day.ts";

/** The moment and place somebody looks from. */
export type Now = { at: Date; day: string; timeZone: string };

export type Urgency = "overdue" | "today" | "none";

/** How urgent a task's due moment makes it today. An instant is over when it has passed, a whole day when it has. */
export function urgencyOf({ dueAt }: Pick<TaskCard, "dueAt">, now: Now): Urgency {
  if (dueAt === null) return "none";
  const day = dayOfMoment(dueAt, now.timeZone);
  const isOver = isWholeDay(dueAt) ? day < now.day : Date.parse(dueAt) < now.at.getTime();
  return isOver ? "overdue" : day === now.day ? "today" : "none";
}

/** True while a task is put off to a day or moment to come. */
export function isDeferred({ deferUntil }: Pick<TaskCard, "deferUntil">, now: Now): boolean {
  if (deferUntil === null) return false;
  return isWholeDay(deferUntil) ? deferUntil > now.day : Date.parse(deferUntil) > now.at.getTime();
}
