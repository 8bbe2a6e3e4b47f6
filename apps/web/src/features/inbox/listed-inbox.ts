import type { Moment } from "@kanban/domain/moment";
import { isDeferred, type Now } from "@kanban/domain/today/next-action";

/** How many tasks of an inbox are there to be clarified, by what the list of boards tells of it. */
export function countListed(inbox: { tasks: number; deferredUntil: readonly Moment[] }, now: Now): number {
  return Math.max(0, inbox.tasks - inbox.deferredUntil.filter((deferUntil) => isDeferred({ deferUntil }, now)).length);
}
