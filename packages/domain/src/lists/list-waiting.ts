import type { BoardView } from "../board-view.ts";
import { daysSince } from "../today/local-day.ts";
import type { Now } from "../today/next-action.ts";
import { groupTasksBy, type TaskGroup } from "./group-tasks.ts";
import { listOf } from "./list-of.ts";
import { compareTexts, type ListedTask, listTasks } from "./listed-task.ts";

/** Whether it is time to ask again. */
export type FollowUp = "overdue" | "today" | "ahead" | "none";

export type WaitingTask = ListedTask & {
  /** A person or a thing; empty while not named. */
  who: string;
  /** Calendar days it has waited. */
  days: number;
  followUpOn: string | null;
  followUp: FollowUp;
};

const order: Record<FollowUp, number> = { overdue: 0, today: 1, ahead: 2, none: 2 };

/** What others are to do: late follow-ups first, the latest of all at the top, then what has waited longest. */
export function listWaiting(views: readonly BoardView[], now: Now): WaitingTask[] {
  return listTasks(views, now, (task, column) => listOf(task, column, now) === "waiting")
    .map((listed) => waitingOf(listed, now))
    .sort(
      (a, b) =>
        order[a.followUp] - order[b.followUp] ||
        (a.followUp === "overdue" ? compareTexts(a.followUpOn ?? "", b.followUpOn ?? "") : 0) ||
        compareTexts(sinceOf(a), sinceOf(b)) ||
        compareTexts(a.task.id, b.task.id),
    );
}

/** The same under the people waited for, however their names are written; whoever is not named at the end. */
export function groupWaiting(tasks: readonly WaitingTask[]): TaskGroup<WaitingTask>[] {
  return groupTasksBy(tasks, ({ who }) => ({
    key: who.replace(/\s+/gu, " ").toLowerCase(),
    name: who === "" ? null : who,
  }));
}

function waitingOf(listed: ListedTask, now: Now): WaitingTask {
  const followUpOn = listed.task.waitingFor?.followUpOn ?? null;
  const who = listed.task.waitingFor?.who.trim() ?? "";
  return { ...listed, who, followUpOn, followUp: followUpOf(followUpOn, now), days: daysSince(sinceOf(listed), now) };
}

function followUpOf(day: string | null, now: Now): FollowUp {
  if (day === null) return "none";
  return day < now.day ? "overdue" : day === now.day ? "today" : "ahead";
}

/** A column may have been made a waiting one under tasks that were there. */
function sinceOf({ task }: ListedTask): string {
  return task.waitingFor?.since ?? task.enteredColumnAt;
}
