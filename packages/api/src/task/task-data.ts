import type { Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";
import type { TaskFields } from "@kanban/domain/change";

/** A calendar day as Prisma takes it. */
function dayOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}

/** The two columns of a moment. */
function momentData(moment: Moment | null): { day: Date | null; at: Date | null } {
  if (moment === null) return { day: null, at: null };
  return isWholeDay(moment) ? { day: dayOf(moment), at: null } : { day: null, at: new Date(moment) };
}

/** Task fields as the columns of the `task` table; labels, which have tables of their own, are left out. */
export function taskData(fields: Partial<TaskFields>) {
  const { waitingFor, deferUntil, dueAt } = fields;
  const { title, notes, projectId, priority, estimateMinutes, energy, needsBreakdown } = fields;
  const defer = deferUntil === undefined ? undefined : momentData(deferUntil);
  const due = dueAt === undefined ? undefined : momentData(dueAt);
  return {
    ...(title === undefined ? {} : { title }),
    ...(notes === undefined ? {} : { notes }),
    ...(projectId === undefined ? {} : { projectId }),
    ...(priority === undefined ? {} : { priority }),
    ...(estimateMinutes === undefined ? {} : { estimateMinutes }),
    ...(energy === undefined ? {} : { energy }),
    ...(needsBreakdown === undefined ? {} : { needsBreakdown }),
    ...(defer ? { deferUntilDay: defer.day, deferUntilAt: defer.at } : {}),
    ...(due ? { dueDay: due.day, dueAt: due.at } : {}),
    ...(waitingFor === undefined
      ? {}
      : {
          waitingForWho: waitingFor?.who ?? null,
          waitingSince: waitingFor ? new Date(waitingFor.since) : null,
          followUpOn: waitingFor?.followUpOn ? dayOf(waitingFor.followUpOn) : null,
        }),
  };
}
