import type { Change } from "@kanban/domain/change";
import { changedFields } from "@kanban/domain/changed-fields";
import type { Board, Column } from "@kanban/domain/entities";
import type { ColumnId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import { newId } from "@kanban/api/new-id";
import type { BoardState, TimedChange } from "./board-state.ts";
import { ranksFor } from "./ranks-for.ts";
import type { WantedBoard } from "./wanted.ts";

type Furniture = Pick<BoardState, "columns" | "tags" | "contexts" | "projects"> & {
  /** What must be there before tasks come. */
  before: TimedChange[];
  /** What may go when tasks have left. */
  after: TimedChange[];
  /** Columns that are gone, and stay because of their tasks. */
  retained: ColumnId[];
};

/** Brings the board itself, its columns and its labels to what the old rows say. */
export function planFurniture(wanted: WantedBoard, current: BoardState | null, now: Instant): Furniture {
  const before: TimedChange[] = [];
  const after: TimedChange[] = [];
  const { owner } = wanted;
  const timed = (at: Instant, change: Change): TimedChange => {
    return { at, id: newId(new Date(at)), userId: owner.userId, change };
  };
  const { columns, retained } = columnsOf(wanted, current);
  const tags = byId(wanted.tags);
  const contexts = byId(wanted.contexts);
  const projects = byId(wanted.projects);

  if (!current) {
    const payload = {
      board: wanted.board,
      columns: [...columns.values()],
      owner: { userId: owner.userId, name: owner.name, role: "owner" as const },
    };
    before.push(timed(wanted.createdAt, { type: "board.created", payload }));
  } else {
    const fields = changedFields<Board>(current.board, wanted.board);
    if (fields) before.push(timed(now, { type: "board.updated", payload: fields }));
  }
  const labels = compareLabels({ tags, contexts, projects }, current, wanted);
  before.push(...labels.before.map(({ at, change }) => timed(at ?? now, change)));
  if (current) {
    const changed = compareColumns(columns, current.columns);
    before.push(...changed.before.map((change) => timed(now, change)));
    after.push(...changed.after.map((change) => timed(now, change)));
  }
  after.push(...labels.after.map((change) => timed(now, change)));
  return { columns, tags, contexts, projects, before, after, retained };
}

/** In their order; behind them those that are gone, as long as tasks, if only trashed ones, belong to them. */
function columnsOf(wanted: WantedBoard, current: BoardState | null) {
  const known = current?.columns ?? new Map<ColumnId, Column>();
  const isWanted = new Set(wanted.columns.map(({ id }) => id));
  const isUsed = new Set([...(current?.tasks.values() ?? [])].map(({ card }) => card.columnId));
  const retained = [...known.values()].filter(({ id }) => !isWanted.has(id) && isUsed.has(id));
  const all = [...wanted.columns.map(({ createdAt: _createdAt, ...column }) => column), ...retained];
  const ranks = ranksFor(
    all.map(({ id }) => id),
    new Map([...known].map(([id, { rank }]) => [id, rank])),
  );
  const columns = new Map<ColumnId, Column>(
    all.map((column) => [column.id, { ...column, rank: ranks.get(column.id)! }]),
  );
  return { columns, retained: retained.map(({ id }) => id) };
}

function byId<Row extends { id: string; createdAt: Instant }>(
  rows: readonly Row[],
): Map<Row["id"], Omit<Row, "createdAt">> {
  return new Map(rows.map(({ createdAt: _createdAt, ...row }) => [row.id, row] as const));
}

function compareColumns(wanted: BoardState["columns"], current: BoardState["columns"]) {
  const before: Change[] = [];
  for (const [columnId, column] of wanted) {
    const known = current.get(columnId);
    if (!known) {
      before.push({ type: "column.created", payload: { column } });
      continue;
    }
    const { rank: rankBefore, id: _known, ...knownFields } = known;
    const { rank, id: _id, ...fields } = column;
    const changed = changedFields(knownFields, fields);
    if (changed) before.push({ type: "column.updated", payload: { columnId, ...changed } });
    if (rank !== rankBefore)
      before.push({ type: "column.moved", payload: { columnId, before: { rank: rankBefore }, after: { rank } } });
  }
  const gone = [...current.values()].filter(({ id }) => !wanted.has(id));
  return { before, after: gone.map((column): Change => ({ type: "column.removed", payload: { column } })) };
}

function compareLabels(
  { tags, contexts, projects }: Pick<BoardState, "tags" | "contexts" | "projects">,
  current: BoardState | null,
  wanted: WantedBoard,
) {
  const madeAt = new Map<string, Instant>(
    [...wanted.tags, ...wanted.contexts, ...wanted.projects].map(({ id, createdAt }) => [id, createdAt]),
  );
  const before: { at: Instant | null; change: Change }[] = [];
  const after: Change[] = [];
  for (const [tagId, tag] of tags) {
    const known = current?.tags.get(tagId);
    const changed = known && changedFields(known, tag);
    if (!known) before.push({ at: madeAt.get(tagId)!, change: { type: "tag.created", payload: { tag } } });
    else if (changed) before.push({ at: null, change: { type: "tag.updated", payload: { tagId, ...changed } } });
  }
  for (const [contextId, context] of contexts)
    if (!current?.contexts.has(contextId))
      before.push({ at: madeAt.get(contextId)!, change: { type: "context.created", payload: { context } } });
  for (const [projectId, project] of projects) {
    const known = current?.projects.get(projectId);
    const changed = known && changedFields(known, project);
    if (!known) before.push({ at: madeAt.get(projectId)!, change: { type: "project.created", payload: { project } } });
    else if (changed)
      before.push({ at: null, change: { type: "project.updated", payload: { projectId, ...changed } } });
  }
  for (const tag of current?.tags.values() ?? [])
    if (!tags.has(tag.id)) after.push({ type: "tag.removed", payload: { tag, taskIds: [] } });
  for (const context of current?.contexts.values() ?? [])
    if (!contexts.has(context.id))
      after.push({ type: "context.removed", payload: { context, taskIds: [], columnIds: [] } });
  for (const project of current?.projects.values() ?? [])
    if (!projects.has(project.id)) after.push({ type: "project.removed", payload: { project, taskIds: [] } });
  return { before, after };
}
