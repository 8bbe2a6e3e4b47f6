import type { Change, TaskFields } from "@kanban/domain/change";
import type { TaskId } from "@kanban/domain/ids";
import { type BulkUpdate, planBulkUpdate } from "@kanban/domain/plan-task-bulk";
import { defined } from "@kanban/domain/rows";
import { checkLabels } from "../../label/label.repository.ts";
import type { BoardScope } from "../../mutate-board.ts";
import { cardOfTask, type StoredTask } from "../task.repository.ts";
import { type LabelLinks, writeFields, writeLabels } from "./bulk.repository.ts";

type LabelKind = keyof LabelLinks;

/** Changes the same fields of many tasks, and adds or takes off the same labels. */
export async function bulkUpdate(
  { tx, boardId }: BoardScope,
  tasks: readonly StoredTask[],
  update: BulkUpdate,
): Promise<Change[]> {
  const { addTagIds: tagIds = [], addContextIds: contextIds = [], addAssigneeIds: assigneeIds = [] } = update;
  await checkLabels(tx, boardId, { tagIds, contextIds, assigneeIds, projectId: update.projectId ?? null });
  const changes = planBulkUpdate(tasks.map(cardOfTask), update);
  if (changes.length === 0) return [];
  const come: LabelLinks = { tagIds: [], contextIds: [], assigneeIds: [] };
  const gone: LabelLinks = { tagIds: [], contextIds: [], assigneeIds: [] };
  const changedIds: TaskId[] = [];
  for (const change of changes) {
    if (change.type !== "task.updated") continue;
    const { taskId, before, after } = change.payload;
    changedIds.push(taskId);
    for (const kind of ["tagIds", "contextIds", "assigneeIds"] satisfies LabelKind[]) {
      come[kind].push(...links(taskId, after[kind], before[kind]));
      gone[kind].push(...links(taskId, before[kind], after[kind]));
    }
  }
  await writeFields(tx, boardId, changedIds, plainFields(update));
  await writeLabels(tx, boardId, come, gone);
  return changes;
}

function links(taskId: TaskId, some: readonly string[] = [], others: readonly string[] = []) {
  return some.filter((id) => !others.includes(id)).map((labelId) => ({ taskId, labelId }));
}

function plainFields(update: BulkUpdate): Partial<TaskFields> {
  const { projectId, dueAt, deferUntil, priority, estimateMinutes, energy } = update;
  return defined({ projectId, dueAt, deferUntil, priority, estimateMinutes, energy });
}
