import type { ChangeOf, OverrodeWip } from "./change.ts";
import type { Column, TaskCard } from "./entities.ts";
import { enterColumn } from "./flow.ts";
import type { TaskId } from "./ids.ts";
import type { Instant } from "./moment.ts";
import type { MutationInput } from "./mutations.ts";
import { planChecklistItemCreate } from "./plan-checklist-item.ts";
import { evenRanks, type Rank } from "./rank.ts";

/** Number of a task whose creation the server has not answered yet; shown without a number. */
export const numberWhilePending = 0;

/** What a new task is, whoever makes it and wherever it goes. */
type NewTask = Omit<
  MutationInput<"task.create">,
  "boardId" | "mutationId" | "taskId" | "columnId" | "afterId" | "beforeId" | "overrideWip"
>;

/** A new task in `column`, captured now or, where that is known, before. */
export function planTaskCreate(asked: {
  taskId: TaskId;
  number: number;
  column: Column;
  rank: Rank;
  input: NewTask & { capturedAt?: Instant | undefined };
  overrodeWip: OverrodeWip;
  now: Instant;
}): ChangeOf<"task.created"> {
  const { taskId, number, column, rank, input, overrodeWip, now } = asked;
  const flow = enterColumn(
    {
      startedAt: null,
      finishedAt: null,
      enteredColumnAt: now,
      contextIds: input.contextIds ?? [],
      waitingFor: input.waitingFor ?? null,
    },
    null,
    column,
    now,
  );
  const card: TaskCard = {
    id: taskId,
    columnId: column.id,
    number,
    title: input.title,
    rank,
    tagIds: input.tagIds ?? [],
    projectId: input.projectId ?? null,
    assigneeIds: input.assigneeIds ?? [],
    priority: input.priority ?? "normal",
    estimateMinutes: input.estimateMinutes ?? null,
    energy: input.energy ?? null,
    deferUntil: input.deferUntil ?? null,
    dueAt: input.dueAt ?? null,
    needsBreakdown: input.needsBreakdown ?? false,
    source: input.source,
    // A clock that goes fast does not make it come from the future.
    capturedAt: input.capturedAt !== undefined && input.capturedAt < now ? input.capturedAt : now,
    ...flow,
    hasNotes: (input.notes ?? "") !== "",
    checklistTotal: 0,
    checklistDone: 0,
    hintCount: 0,
    commentCount: 0,
    attachmentCount: 0,
    cover: null,
    version: 1,
  };
  return { type: "task.created", payload: { card, kind: column.kind, notes: input.notes ?? "", overrodeWip } };
}

/** The items a new task comes with, each an event of its own, in their order. */
export function planFirstItems(
  { id, version }: Pick<TaskCard, "id" | "version">,
  items: MutationInput<"task.create">["checklist"] = [],
): ChangeOf<"checklist-item.created">[] {
  const ranks = evenRanks(items.length);
  return items.map(({ itemId, text, isDone }, index) =>
    planChecklistItemCreate({ id, version: version + index }, { id: itemId, text, isDone, rank: ranks[index]! }),
  );
}
