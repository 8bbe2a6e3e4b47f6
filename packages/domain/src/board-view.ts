import type {
  Board,
  BoardRole,
  Column,
  Context,
  Member,
  Project,
  SavedView,
  Tag,
  TaskCard,
  TaskDetail,
  TaskLink,
} from "./entities.ts";
import type { ColumnId, ContextId, ProjectId, SavedViewId, TagId, TaskId, TaskLinkId, UserId } from "./ids.ts";
import type { History } from "./history.ts";
import { byRank } from "./rank.ts";

/** What `board.snapshot` answers: one board at one seq, rows in no promised order. */
export type BoardSnapshot = {
  /** Changes when the database was restored to an earlier moment: every seq from before is void. */
  epoch: string;
  /** The board's clock: the number of changes it has seen. */
  seq: number;
  board: Board;
  role: BoardRole;
  /** Who asked for it. */
  userId: UserId;
  columns: Column[];
  tasks: TaskCard[];
  tags: Tag[];
  contexts: Context[];
  projects: Project[];
  links: TaskLink[];
  views: SavedView[];
  members: Member[];
};

/** A board in the browser: confirmed, or with pending mutations replayed over it. Never mutated, only replaced. */
export type BoardView = {
  readonly epoch: string;
  readonly seq: number;
  readonly board: Board;
  readonly role: BoardRole;
  /** Whose view it is. */
  readonly userId: UserId;
  readonly columns: Readonly<Record<ColumnId, Column>>;
  readonly tasks: Readonly<Record<TaskId, TaskCard>>;
  readonly tags: Readonly<Record<TagId, Tag>>;
  readonly contexts: Readonly<Record<ContextId, Context>>;
  readonly projects: Readonly<Record<ProjectId, Project>>;
  readonly links: Readonly<Record<TaskLinkId, TaskLink>>;
  readonly views: Readonly<Record<SavedViewId, SavedView>>;
  readonly members: Readonly<Record<UserId, Member>>;
  /** Bodies of the tasks whose panel has been opened. */
  readonly details: Readonly<Record<TaskId, TaskDetail>>;
  /** Cards archived or trashed since this view was loaded, so that taking them back shows at once. */
  readonly gone: Readonly<Record<TaskId, TaskCard>>;
  readonly history: History;
};

function indexBy<Row, Key extends string>(rows: readonly Row[], keyOf: (row: Row) => Key): Record<Key, Row> {
  return Object.fromEntries(rows.map((row) => [keyOf(row), row])) as Record<Key, Row>;
}

/** The view a fresh snapshot gives; no task is open in it. */
export function viewOfSnapshot(snapshot: BoardSnapshot): BoardView {
  return {
    ...snapshot,
    columns: indexBy(snapshot.columns, (column) => column.id),
    tasks: indexBy(snapshot.tasks, (task) => task.id),
    tags: indexBy(snapshot.tags, (tag) => tag.id),
    contexts: indexBy(snapshot.contexts, (context) => context.id),
    projects: indexBy(snapshot.projects, (project) => project.id),
    links: indexBy(snapshot.links, (link) => link.id),
    views: indexBy(snapshot.views, (saved) => saved.id),
    members: indexBy(snapshot.members, (member) => member.userId),
    details: {},
    gone: {},
    history: {},
  };
}

/** The columns from left to right. */
export function orderedColumns(view: Pick<BoardView, "columns">): Column[] {
  return Object.values<Column>(view.columns).sort(byRank);
}

/** The saved views in their order. */
export function orderedViews(view: Pick<BoardView, "views">): SavedView[] {
  return Object.values<SavedView>(view.views).sort(byRank);
}

// A board is drawn far more often than its tasks change, and every change makes a new `tasks` object.
const groupedByTasks = new WeakMap<BoardView["tasks"], Map<ColumnId, TaskCard[]>>();

/** The tasks of every column from top to bottom; computed once per `tasks` object. */
export function tasksByColumn(view: Pick<BoardView, "tasks">): ReadonlyMap<ColumnId, readonly TaskCard[]> {
  const known = groupedByTasks.get(view.tasks);
  if (known) return known;
  const grouped = new Map<ColumnId, TaskCard[]>();
  for (const task of Object.values<TaskCard>(view.tasks)) {
    const group = grouped.get(task.columnId);
    if (group) group.push(task);
    else grouped.set(task.columnId, [task]);
  }
  for (const group of grouped.values()) group.sort(byRank);
  groupedByTasks.set(view.tasks, grouped);
  return grouped;
}

/** Keeps what {@link tasksByColumn} remembers of a `tasks` object right that is written in place (draft-view.ts). */
export function regroup(tasks: BoardView["tasks"], before: TaskCard | undefined, after: TaskCard | undefined): void {
  const grouped = groupedByTasks.get(tasks);
  if (!grouped) return;
  if (before) {
    const group = grouped.get(before.columnId) ?? [];
    group.splice(
      group.findIndex(({ id }) => id === before.id),
      1,
    );
  }
  if (!after) return;
  const group = grouped.get(after.columnId);
  if (!group) return void grouped.set(after.columnId, [after]);
  const below = group.findIndex((task) => byRank(after, task) < 0);
  group.splice(below < 0 ? group.length : below, 0, after);
}

/** The tasks of one column from top to bottom. */
export function tasksInColumn(view: Pick<BoardView, "tasks">, columnId: ColumnId): readonly TaskCard[] {
  return tasksByColumn(view).get(columnId) ?? [];
}
