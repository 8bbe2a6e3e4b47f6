import type { TaskCard } from "../entities.ts";
import { type Rank, rankBetween } from "../rank.ts";
import { refuse } from "../refusal.ts";
import { isSame } from "../changed-fields.ts";

/** Refuses with UNDO_CONFLICT unless the row still has every value the change gave it. */
export function checkUnchanged(row: object, after: object, about: { taskId?: string; name?: string }): void {
  for (const [field, value] of Object.entries(after)) {
    if (value !== undefined && !isSame(row[field as keyof typeof row], value))
      refuse("UNDO_CONFLICT", { ...about, field });
  }
}

/** What a task's content is; its place in the column, its counters and its dates of flow are not. */
const content = [
  "columnId",
  "title",
  "contextIds",
  "tagIds",
  "projectId",
  "assigneeIds",
  "priority",
  "estimateMinutes",
  "energy",
  "waitingFor",
  "deferUntil",
  "dueAt",
  "needsBreakdown",
  "hasNotes",
  "checklistTotal",
  "checklistDone",
  "commentCount",
  "attachmentCount",
] as const satisfies (keyof TaskCard)[];

/** Refuses with UNDO_CONFLICT when somebody has worked on a task that undoing would take off the board. */
export function checkUntouched(task: TaskCard, then: TaskCard): void {
  checkUnchanged(task, Object.fromEntries(content.map((field) => [field, then[field]])), aboutTask(task));
}

/** What a refusal says of a task. */
export function aboutTask(task: Pick<TaskCard, "id" | "title">): { taskId: string; name: string } {
  return { taskId: task.id, name: task.title };
}

/**
 * `wanted` if no other row has it, else the nearest free rank below it, above those that rows still to come back will
 * take (`reserved`).
 */
export function freeRank(
  rows: readonly { id: string; rank: Rank }[],
  movingId: string,
  wanted: Rank,
  reserved: () => readonly Rank[] = () => [],
): Rank {
  const others = rows.filter((row) => row.id !== movingId);
  if (!others.some((row) => row.rank === wanted)) return wanted;
  const below = [...others.map((row) => row.rank), ...reserved()].filter((rank) => rank > wanted);
  return rankBetween(wanted, below.length > 0 ? below.reduce((a, b) => (a < b ? a : b)) : null);
}
