import type { Change } from "@kanban/domain/change";
import { changedFields } from "@kanban/domain/changed-fields";
import type { Board, Column } from "@kanban/domain/entities";
import type { ColumnId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { BoardState } from "./board-state.ts";
import { ranksFor } from "./ranks-for.ts";
import type { WantedBoard } from "./wanted.ts";

export type Furniture = Pick<BoardState, "columns" | "tags" | "contexts" | "projects"> & {
  /** What must be there before tasks come. */
  changes: { at: Instant; change: Change }[];
  /** Columns that are gone and may go when tasks have left them. */
  leaving: ReadonlySet<ColumnId>;
};

/** Brings the board itself, its columns and its labels to what the old rows say; nothing is removed yet. */
export function planFurniture(wanted: WantedBoard, current: BoardState | null, now: Instant): Furniture {
  const changes: Furniture["changes"] = [];
  const { owner } = wanted;
  const tags = byId(wanted.tags);
  const contexts = byId(wanted.contexts);
  const projects = byId(wanted.projects);
  const { columns, leaving } = columnsOf(wanted, current, contexts);

  if (!current) {
    const payload = {
      board: wanted.board,
      columns: [...columns.values()],
      owner: { userId: owner.userId, name: owner.name, role: "owner" as const },
    };
    changes.push({ at: wanted.createdAt, change: { type: "board.created", payload } });
  } else {
    const fields = changedFields<Board>(current.board, wanted.board);
    if (fields) changes.push({ at: now, change: { type: "board.updated", payload: fields } });
  }
  for (const { at, change } of compareLabels({ tags, contexts, projects }, current, wanted))
    changes.push({ at: at ?? now, change });
  if (current) changes.push(...compareColumns(columns, current.columns).map((change) => ({ at: now, change })));
  return { columns, tags, contexts, projects, changes, leaving };
}

/** In their order; behind them those that are gone, as long as tasks, if only trashed ones, belong to them. */
function columnsOf(wanted: WantedBoard, current: BoardState | null, contexts: BoardState["contexts"]) {
  const known = current?.columns ?? new Map<ColumnId, Column>();
  const isWanted = new Set(wanted.columns.map(({ id }) => id));
  const isUsed = new Set([...(current?.tasks.values() ?? [])].map(({ card }) => card.columnId));
  const leaving = [...known.values()]
    .filter(({ id }) => !isWanted.has(id) && isUsed.has(id))
    .map((column) => (column.contextId && contexts.has(column.contextId) ? column : { ...column, contextId: null }));
  const all = [...wanted.columns.map(({ createdAt: _createdAt, ...column }) => column), ...leaving];
  const ranks = ranksFor(
    all.map(({ id }) => id),
    new Map([...known].map(([id, { rank }]) => [id, rank])),
  );
  const columns = new Map<ColumnId, Column>(
    all.map((column) => [column.id, { ...column, rank: ranks.get(column.id)! }]),
  );
  return { columns, leaving: new Set(leaving.map(({ id }) => id)) };
}

function byId<Row extends { id: string; createdAt: Instant }>(
  rows: readonly Row[],
): Map<Row["id"], Omit<Row, "createdAt">> {
  return new Map(rows.map(({ createdAt: _createdAt, ...row }) => [row.id, row] as const));
}

function compareColumns(wanted: BoardState["columns"], current: BoardState["columns"]): Change[] {
  const changes: Change[] = [];
  for (const [columnId, column] of wanted) {
    const known = current.get(columnId);
    if (!known) {
      changes.push({ type: "column.created", payload: { column } });
      continue;
    }
    const { rank: rankBefore, id: _known, ...knownFields } = known;
    const { rank, id: _id, ...fields } = column;
    const changed = changedFields(knownFields, fields);
    if (changed) changes.push({ type: "column.updated", payload: { columnId, ...changed } });
    if (rank !== rankBefore)
      changes.push({ type: "column.moved", payload: { columnId, before: { rank: rankBefore }, after: { rank } } });
  }
  return changes;
}

/** Labels that are new (with the time they were made) or have changed. */
function compareLabels(
  { tags, contexts, projects }: Pick<BoardState, "tags" | "contexts" | "projects">,
  current: BoardState | null,
  wanted: WantedBoard,
): { at: Instant | null; change: Change }[] {
  const madeAt = new Map<string, Instant>(
    [...wanted.tags, ...wanted.contexts, ...wanted.projects].map(({ id, createdAt }) => [id, createdAt]),
  );
  const changes: { at: Instant | null; change: Change }[] = [];
  for (const [tagId, tag] of tags) {
    const known = current?.tags.get(tagId);
    const changed = known && changedFields(known, tag);
    if (!known) changes.push({ at: madeAt.get(tagId)!, change: { type: "tag.created", payload: { tag } } });
    else if (changed) changes.push({ at: null, change: { type: "tag.updated", payload: { tagId, ...changed } } });
  }
  for (const [contextId, context] of contexts) {
    const known = current?.contexts.get(contextId);
    const changed = known && changedFields(known, context);
    const at = madeAt.get(contextId)!;
    if (!known) changes.push({ at, change: { type: "context.created", payload: { context } } });
    else if (changed)
      changes.push({ at: null, change: { type: "context.updated", payload: { contextId, ...changed } } });
  }
  for (const [projectId, project] of projects) {
    const known = current?.projects.get(projectId);
    const changed = known && changedFields(known, project);
    const at = madeAt.get(projectId)!;
    if (!known) changes.push({ at, change: { type: "project.created", payload: { project } } });
    else if (changed)
      changes.push({ at: null, change: { type: "project.updated", payload: { projectId, ...changed } } });
  }
  return changes;
}
