import { columnOfKind, destinationOf } from "@kanban/domain/clarify/column-of-outcome";
import { clarifiedFields, planClarify } from "@kanban/domain/clarify/plan-clarify";
import type { Change, OverrodeWip } from "@kanban/domain/change";
import type { Column } from "@kanban/domain/entities";
import type { MutationInput } from "@kanban/domain/mutations";
import type { Rank } from "@kanban/domain/rank";
import { refuse } from "@kanban/domain/refusal";
import { defined } from "@kanban/domain/rows";
import { admitTask, type ColumnGuard } from "../column/admit-task.ts";
import { enterColumn, leaveColumn, listColumns } from "../column/column.repository.ts";
import type { ActorContext } from "../context.ts";
import { listHints } from "../hint/hint.repository.ts";
import { writeDecisions } from "../hint/write-hint-changes.ts";
import { checkLabels } from "../label/label.repository.ts";
import { type BoardScope, mutateBoard } from "../mutate-board.ts";
import { admitProject } from "../project/create-project.ts";
import { insertProject } from "../project/project.repository.ts";
import { rankOnArrival } from "./place-task.ts";
import { rerankIfLong } from "./rerank-column.ts";
import { archived, changeLabels, writeGone, writeTask } from "./task-write.repository.ts";
import { cardOfTask, findLiveTask, type StoredTask, writePlace } from "./task.repository.ts";

type Input = MutationInput<"task.clarify">;

/**
 * Decides what an item is: its fields, its hints, a new project and its place, in one transaction and of one mutation, so
 * that one undo takes all of it back. A full column refuses by the board's policy, as it does for a move.
 */
export function clarifyTask(ctx: ActorContext, input: Input, guard: ColumnGuard = enterColumn) {
  return mutateBoard(ctx, "task.clarify", input, async (scope) => {
    const { tx, boardId, now } = scope;
    const task = (await findLiveTask(tx, boardId, input.taskId)) ?? refuse("TASK_NOT_FOUND");
    await admitLabels(scope, input);
    const { from, place } = await placeOf(scope, task, input, guard);
    const { notes, notesVersion } = task;
    const hints = input.hints ? await listHints(tx, boardId, task.id) : [];
    const known = { card: cardOfTask(task), notes, notesVersion };
    const changes = planClarify({ task: known, from, place, hints, input, now });
    for (const change of changes) await write(scope, task, change);
    if (changes.some(({ type }) => type === "hint.decided")) await writeDecisions(scope, task.id, changes);
    return [...changes, ...(place ? await rerankIfLong(scope, { columnId: place.to.id, rank: place.rank }) : [])];
  });
}

async function admitLabels({ tx, boardId }: BoardScope, input: Input): Promise<void> {
  const { contextIds = [], tagIds = [], assigneeIds = [], projectId = null } = clarifiedFields(input);
  const { outcome } = input;
  const created = outcome.kind === "project" ? outcome.create : undefined;
  if (created && projectId) await admitProject(tx, boardId, { projectId, name: created.name });
  await checkLabels(tx, boardId, { contextIds, tagIds, assigneeIds, projectId: created ? null : projectId });
}

type Place = { to: Column; rank: Rank; overrodeWip: OverrodeWip };

/** Takes the task out of its column and into the one it goes to; both stay locked, in the order all writers keep. */
async function placeOf(
  scope: BoardScope,
  task: StoredTask,
  { outcome, overrideWip }: Input,
  guard: ColumnGuard,
): Promise<{ from: Column; place: Place | null }> {
  const { tx, boardId } = scope;
  const leave = () => leaveColumn(tx, boardId, task.columnId);
  const kind = destinationOf(outcome);
  if (kind === "archive" || kind === "trash") return { from: await leave(), place: null };
  const columns = await listColumns(tx, boardId);
  const current = columns.find(({ id }) => id === task.columnId) ?? refuse("COLUMN_NOT_FOUND");
  const to = kind === "stays" ? current : columnOfKind(columns, current, kind);
  if (to.id === current.id) return { from: current, place: null };
  const first = current.id < to.id ? await leave() : null;
  const { column, overrodeWip } = await admitTask(scope, to.id, overrideWip?.reason, guard);
  const from = first ?? (await leave());
  return { from, place: { to: column, rank: await rankOnArrival(tx, column, task.id, {}), overrodeWip } };
}

async function write({ tx, boardId, now }: BoardScope, task: StoredTask, change: Change): Promise<void> {
  switch (change.type) {
    case "project.created":
      if (!(await insertProject(tx, boardId, change.payload.project))) refuse("ID_TAKEN");
      return;
    case "task.updated":
      return writeTask(tx, boardId, task, defined(change.payload.after), change.payload.version);
    case "task.moved": {
      const { to, before, after, version } = change.payload;
      await writePlace(tx, task.id, to, after, version);
      const noOthers = { tagIds: [], assigneeIds: [] };
      return changeLabels(tx, boardId, task.id, { ...noOthers, contextIds: before.contextIds }, after);
    }
    case "task.archived":
      return writeGone(tx, task.id, archived(change), change.payload.version);
    case "task.removed":
      return writeGone(tx, task.id, { deletedAt: new Date(now) }, change.payload.version);
    default:
  }
}
