import type { Change, TaskFields } from "./change.ts";
import { changedFields } from "./changed-fields.ts";
import { deriveId } from "./derive-id.ts";
import type { TaskCard, TaskDetail } from "./entities.ts";
import type { MutationId } from "./ids.ts";
import { limits } from "./limits.ts";
import type { Instant } from "./moment.ts";
import { planAttachmentCreate } from "./plan-attachment.ts";
import { planChecklistItemCreate } from "./plan-checklist-item.ts";
import { planTaskRemove } from "./plan-task-leave.ts";
import { ranksBetween } from "./rank.ts";
import { refuse } from "./refusal.ts";

/** A task of a merge; what is not known of its bodies here counts as none. */
export type MergedTask = {
  card: TaskCard;
  detail: Pick<TaskDetail, "notes" | "checklist" | "comments" | "attachments">;
};

/**
 * One task becomes part of another, which says the same: its words, items, files and comments are added to the other's,
 * what the other does not have it gets, and the task goes to the trash. There it keeps everything, so that it can be
 * brought back whole: what the other gets are copies.
 */
export function planTaskMerge(asked: {
  task: MergedTask;
  into: MergedTask;
  /** `HOME` in `HOME-12`. */
  boardKey: string;
  mutationId: MutationId;
  now: Instant;
}): Change[] {
  const { task, into, boardKey, mutationId, now } = asked;
  if (task.card.id === into.card.id) refuse("LINK_TO_ITSELF");
  checkRoom(task, into);
  const changes: Change[] = [];
  let { version } = into.card;
  const push = <One extends Change>(change: One & { payload: { version?: number } }) => {
    version = change.payload.version ?? version;
    changes.push(change);
  };
  const changed = changedFields<TaskFields>(
    { ...into.card, notes: into.detail.notes },
    mergedFields(task, into, boardKey),
  );
  const other = () => ({ id: into.card.id, version });
  if (changed) push({ type: "task.updated", payload: { taskId: into.card.id, version: version + 1, ...changed } });
  const ranks = ranksBetween(into.detail.checklist.at(-1)?.rank ?? null, null, task.detail.checklist.length);
  for (const [index, item] of task.detail.checklist.entries()) {
    push(planChecklistItemCreate(other(), { ...item, id: deriveId(mutationId, item.id), rank: ranks[index]! }));
  }
  for (const file of task.detail.attachments) {
    if (file.removedAt === null) push(planAttachmentCreate(other(), { ...file, id: deriveId(mutationId, file.id) }));
  }
  for (const comment of task.detail.comments) {
    const copy = { ...comment, id: deriveId(mutationId, comment.id) };
    push({ type: "comment.created", payload: { taskId: into.card.id, comment: copy } });
  }
  return [...changes, planTaskRemove(task.card, now)];
}

function checkRoom(task: MergedTask, into: MergedTask): void {
  const count = (of: MergedTask) => ({
    checklistItemsPerTask: of.card.checklistTotal,
    commentsPerTask: of.card.commentCount,
    attachmentsPerTask: of.card.attachmentCount,
  });
  const [comes, there] = [count(task), count(into)];
  for (const what of ["checklistItemsPerTask", "commentsPerTask", "attachmentsPerTask"] as const) {
    if (comes[what] > 0 && comes[what] + there[what] > limits[what]) refuse("LIMIT_REACHED", { limit: limits[what] });
  }
}

/** The other's own values win; where it has none it gets this task's. */
function mergedFields({ card, detail }: MergedTask, into: MergedTask, boardKey: string): Partial<TaskFields> {
  const to = into.card;
  return {
    notes: mergedNotes(`${boardKey}-${card.number} ${card.title}`, detail.notes, into.detail.notes),
    tagIds: union(to.tagIds, card.tagIds),
    contextIds: union(to.contextIds, card.contextIds),
    assigneeIds: union(to.assigneeIds, card.assigneeIds),
    projectId: to.projectId ?? card.projectId,
    dueAt: to.dueAt ?? card.dueAt,
    estimateMinutes: to.estimateMinutes ?? card.estimateMinutes,
    energy: to.energy ?? card.energy,
    priority: to.priority === "normal" ? card.priority : to.priority,
  };
}

/** Says where the added words come from, so that the way back to the task that was merged is not lost. */
function mergedNotes(origin: string, notes: string, before: string): string {
  const added = notes === "" ? origin : `${origin}\n\n${notes}`;
  const merged = before === "" ? added : `${before}\n\n---\n\n${added}`;
  return merged.length > limits.notes ? refuse("LIMIT_REACHED", { limit: limits.notes }) : merged;
}

/** As many as fit: labels beyond that were never more than a help. */
function union<Id extends string>(own: readonly Id[], more: readonly Id[]): Id[] {
  return [...new Set([...own, ...more])].slice(0, Math.max(own.length, limits.labelsPerTask)).sort();
}
