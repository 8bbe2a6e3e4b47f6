import { aggregateOf } from "@kanban/api/aggregate-of";
import { transitionOf } from "@kanban/api/task-transition";
import type { ColumnId } from "@kanban/domain/ids";
import type { Moment } from "@kanban/domain/moment";
import { isWholeDay } from "@kanban/domain/whole-day";
import { versionOf } from "@kanban/events/board-events";
import type { ClientBase } from "pg";
import type { BoardState, TaskState } from "./board-state.ts";
import {
  boards,
  columnTable,
  contextTable,
  eventTable,
  itemTable,
  links,
  members,
  projectTable,
  tagTable,
  taskTable,
  transitionTable,
} from "./board-tables.ts";
import { copyRows, putRows, type Value } from "./copy-rows.ts";
import type { KeptRow } from "./keeper.ts";
import type { People } from "./place-board.ts";
import type { BoardPlan } from "./plan-board.ts";
import { keptRows } from "./kept-row-target.ts";
import type { WantedBoard } from "./wanted.ts";

type Asked = {
  plan: BoardPlan;
  current: BoardState | null;
  wanted: WantedBoard;
  kept: readonly KeptRow[];
  people: People;
};

/** Writes what has to happen to a board, its rows, its history and what of it is kept, in the caller's transaction. */
export async function writeBoard(client: ClientBase, { plan, current, wanted, kept, people }: Asked): Promise<void> {
  const { state, changes } = plan;
  const { id: boardId, name, key, wipPolicy, sleepAfterDays } = state.board;
  const put = current ? putRows : copyRows;
  const touched = [...plan.touchedTaskIds].map((id) => state.tasks.get(id)!);
  await put(client, boards, [
    [boardId, name, key, wipPolicy, sleepAfterDays, state.seq, state.nextNumber, wanted.createdAt],
  ]);
  const membersNow = membersOf(wanted);
  await putRows(client, members, membersNow);
  // Whose board it was, and who was given a task, may have changed since.
  await client.query("DELETE FROM board_member WHERE board_id = $1 AND user_id <> ALL($2)", [
    boardId,
    membersNow.map(([, userId]) => userId),
  ]);
  if (current) await vacate(client, boardId, touched);

  const itemsMade = wanted.tasks.flatMap(({ checklist }) => checklist);
  const furniture = [...wanted.columns, ...wanted.tags, ...wanted.contexts, ...wanted.projects];
  const madeAt = new Map<string, string>([...furniture, ...itemsMade].map(({ id, createdAt }) => [id, createdAt]));
  const at = (id: string) => madeAt.get(id) ?? wanted.createdAt;
  const { tags, contexts, projects, columns, tasks } = state;
  await put(
    client,
    contextTable,
    [...contexts.values()].map((row) => [row.id, boardId, row.name, at(row.id)]),
  );
  await put(
    client,
    tagTable,
    [...tags.values()].map((row) => [row.id, boardId, row.name, row.color, at(row.id)]),
  );
  await put(
    client,
    projectTable,
    [...projects.values()].map((row) => [
      row.id,
      boardId,
      row.name,
      row.color,
      row.desiredOutcome,
      row.status,
      at(row.id),
    ]),
  );
  const open = new Map<string, number>();
  for (const { card, archivedAt, deletedAt } of tasks.values())
    if (!archivedAt && !deletedAt) open.set(card.columnId, (open.get(card.columnId) ?? 0) + 1);
  await put(
    client,
    columnTable,
    [...columns.values()].map((row) => {
      const { id, contextId, wipLimit, rank } = row;
      return [id, boardId, row.name, row.kind, contextId, wipLimit, rank, open.get(id) ?? 0, at(id)];
    }),
  );
  await put(
    client,
    taskTable,
    mapRows(touched, (task) => taskRow(boardId, task)),
  );
  for (const [table, column, field] of links) {
    const rows = touched.flatMap(({ card }) => card[field].map((label) => [card.id, label, boardId]));
    await copyRows(client, { table, columns: ["task_id", column, "board_id"] }, rows);
  }
  const items = touched.flatMap(({ card, checklist }) =>
    checklist.map(({ id, text, isDone, rank }) => [id, card.id, boardId, text, isDone, rank, at(id)]),
  );
  await copyRows(client, itemTable, items);
  if (current) await clear(client, boardId, state);

  const zones = new Map([...people.byId.values()].map(({ userId, timeZone }) => [userId, timeZone]));
  const seqBefore = state.seq - changes.length;
  await copyRows(
    client,
    eventTable,
    mapRows(changes, ({ at: occurredAt, id, userId, change }, index) => {
      const aggregate = aggregateOf(boardId, change);
      const actor = { userId, means: "import", timeZone: zones.get(userId) ?? "UTC" };
      const about = [boardId, seqBefore + index + 1, aggregate.type, aggregate.id, change.type, versionOf(change)];
      return [id, ...about, change.payload, actor, id, id, occurredAt, new Date()];
    }),
  );
  await copyRows(client, transitionTable, transitionsOf(boardId, plan, current));
  await client.query("DELETE FROM predecessor_row WHERE board_id = $1", [boardId]);
  await copyRows(client, keptRows, keptRows.from([...kept, ...plan.gone]));
}

function* mapRows<Row>(rows: Iterable<Row>, map: (row: Row, index: number) => Value[]): Generator<Value[]> {
  let index = 0;
  for (const row of rows) yield map(row, index++);
}

function membersOf({ board, owner, tasks, createdAt }: WantedBoard): Value[][] {
  const others = new Set(tasks.flatMap(({ assigneeIds }) => assigneeIds));
  return [
    [board.id, owner.userId, "owner", createdAt],
    ...[...others].map((userId) => [board.id, userId, "editor", createdAt]),
  ];
}

/** Frees the places and names of what is about to be written: they are unique also in the middle of a statement. */
async function vacate(client: ClientBase, boardId: string, touched: readonly TaskState[]): Promise<void> {
  const ids = touched.map(({ card }) => card.id);
  for (const table of ["tag", "context", "project"])
    await client.query(`UPDATE ${table} SET name = id::text WHERE board_id = $1`, [boardId]);
  await client.query(`UPDATE "column" SET rank = '~' || id WHERE board_id = $1`, [boardId]);
  await client.query("UPDATE task SET rank = '~' || id WHERE id = ANY($1)", [ids]);
  for (const [table] of links) await client.query(`DELETE FROM ${table} WHERE task_id = ANY($1)`, [ids]);
  await client.query("DELETE FROM checklist_item WHERE task_id = ANY($1)", [ids]);
}

/** Removes what is not there any more. */
async function clear(client: ClientBase, boardId: string, state: BoardState): Promise<void> {
  for (const [table, rows] of [
    ["column", state.columns],
    ["tag", state.tags],
    ["context", state.contexts],
    ["project", state.projects],
  ] as const)
    await client.query(`DELETE FROM "${table}" WHERE board_id = $1 AND id <> ALL($2)`, [boardId, [...rows.keys()]]);
}

function* transitionsOf(
  boardId: string,
  { changes, state }: BoardPlan,
  current: BoardState | null,
): Generator<Value[]> {
  // One that is removed with these changes has a kind all the same.
  const kindOf = (id: ColumnId) => (state.columns.get(id) ?? current?.columns.get(id))?.kind ?? null;
  for (const { at, change } of changes) {
    const moved = transitionOf(change);
    if (!moved) continue;
    const { taskId, fromColumnId, toColumnId, toKind } = moved;
    // Trashed out of the archive: it had left the board before.
    if (change.type === "task.removed" && state.tasks.get(taskId)?.archivedAt) continue;
    const fromKind = moved.fromKind ?? (fromColumnId && kindOf(fromColumnId));
    yield [boardId, taskId, fromColumnId, fromKind, toColumnId, toKind, at];
  }
}

const wholeDay = (moment: Moment | null) => (moment && isWholeDay(moment) ? moment : null);
const instant = (moment: Moment | null) => (moment && !isWholeDay(moment) ? moment : null);

function taskRow(
  boardId: string,
  { card, notes, notesVersion, textVersion, archivedAt, deletedAt }: TaskState,
): Value[] {
  const { waitingFor } = card;
  return [
    ...[card.id, boardId, card.columnId, card.number, card.title, notes, notesVersion, textVersion, card.rank],
    ...[card.projectId, card.priority, card.estimateMinutes, card.energy],
    ...[waitingFor?.who ?? null, waitingFor?.since ?? null, waitingFor?.followUpOn ?? null],
    ...[wholeDay(card.deferUntil), instant(card.deferUntil), wholeDay(card.dueAt), instant(card.dueAt)],
    ...[card.needsBreakdown, card.source, card.capturedAt, card.startedAt, card.finishedAt, card.enteredColumnAt],
    ...[archivedAt, deletedAt, card.version, card.checklistTotal, card.checklistDone],
  ];
}
