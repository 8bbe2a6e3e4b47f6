import type { TaskId } from "@kanban/domain/ids";
import type { Instant } from "@kanban/domain/moment";
import type { Change } from "@kanban/domain/change";
import { newId } from "@kanban/api/new-id";
import { planTaskRemove } from "@kanban/domain/plan-task-leave";
import type { Rank } from "@kanban/domain/rank";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { BoardState, TaskState, TimedChange } from "./board-state.ts";
import type { OldTaskEvent } from "./old-tables.ts";
import { createKeeper, type KeptRow } from "./keeper.ts";
import { type Furniture, planFurniture } from "./plan-furniture.ts";
import { planRemovals } from "./plan-removals.ts";
import { planTask } from "./plan-task.ts";
import { ranksFor } from "./ranks-for.ts";
import type { WantedBoard } from "./wanted.ts";

export type BoardPlan = {
  changes: TimedChange[];
  state: BoardState;
  touchedTaskIds: ReadonlySet<TaskId>;
  /** What somebody has deleted since it was taken over, and is still here. */
  gone: KeptRow[];
};

/**
 * Everything that has to happen to a board (`current`; `null` for a new one) to be as the old rows say: old events that
 * have not been taken over, in their order, and whatever else is missing. A board that is as it should be needs nothing,
 * so this may be asked again and again while the old application goes on.
 */
export function planBoard(
  wanted: WantedBoard,
  current: BoardState | null,
  events: readonly OldTaskEvent[],
  now: Instant,
): BoardPlan {
  const furniture = planFurniture(wanted, current, now);
  const { tasks, touched, nextNumber, ways } = planTasks(wanted, current, { events, furniture, now });
  const removals = planRemovals(current, furniture, tasks);
  for (const [id, task] of removals.tasks) {
    tasks.set(id, task);
    touched.add(id);
  }
  const timed = (at: Instant, change: Change): TimedChange => {
    return { at, id: newId(new Date(at)), userId: wanted.owner.userId, change };
  };
  const changes = [
    ...furniture.changes.map(({ at, change }) => timed(at, change)),
    ...byTime(ways),
    ...removals.changes.map((change) => timed(now, change)),
  ];
  const state = {
    ...{ board: wanted.board, seq: (current?.seq ?? 0) + changes.length, nextNumber, tasks },
    ...{ columns: removals.columns, tags: furniture.tags, contexts: furniture.contexts, projects: furniture.projects },
  };
  const keeper = createKeeper(wanted.board.id);
  const reason = "deleted in the old database after it had been taken over";
  for (const id of removals.retained)
    // One that became an archive is kept as such already.
    if (!wanted.archiveColumnIds.has(id))
      keeper.noteAdded("Column", id, `${reason}: it stays while tasks are in the trash of it`);
  for (const [id, { deletedAt }] of tasks) if (deletedAt) keeper.noteAdded("Task", id, `${reason}: it is in the trash`);
  return { changes, state, touchedTaskIds: touched, gone: keeper.list() };
}

/** The ways of all tasks; who has gone from the old rows goes to the trash. */
function planTasks(
  wanted: WantedBoard,
  current: BoardState | null,
  { events, furniture, now }: { events: readonly OldTaskEvent[]; furniture: Furniture; now: Instant },
) {
  const { columns, leaving } = furniture;
  const eventsOf = Map.groupBy(events, ({ taskId }) => taskId);
  const ranks = ranksOfTasks(wanted, current);
  const tasks = new Map<TaskId, TaskState>(current?.tasks);
  const ways: TimedChange[][] = [];
  const touched = new Set<TaskId>();
  let nextNumber = current?.nextNumber ?? 1;
  const settle = (id: TaskId, task: TaskState, changes: TimedChange[]) => {
    if (changes.length === 0) return;
    tasks.set(id, task);
    touched.add(id);
    ways.push(changes);
  };
  for (const task of wanted.tasks) {
    const { id } = task;
    const known = tasks.get(id) ?? null;
    const plan = planTask({
      ...{ wanted: task, current: known, rank: ranks.get(id) ?? known?.card.rank ?? archiveRank },
      ...{ number: known?.card.number ?? nextNumber, boardId: wanted.board.id, columns },
      ...{ events: eventsOf.get(id) ?? [], archiveColumnIds: wanted.archiveColumnIds, leavingColumnIds: leaving },
    });
    if (!known) nextNumber += 1;
    settle(id, plan.task, plan.changes);
  }
  const ids = new Set(wanted.tasks.map(({ id }) => id));
  for (const [id, task] of current?.tasks ?? []) {
    if (ids.has(id) || task.deletedAt !== null) continue;
    const change = planTaskRemove(task.card, now);
    const card = { ...task.card, version: change.payload.version };
    const made = { at: now, id: deterministicId(id, `removed ${now}`), userId: wanted.owner.userId, change };
    settle(id, { ...task, card, deletedAt: now }, [made]);
  }
  return { tasks, touched, ways, nextNumber };
}

/** In the archive nothing is in order; whoever comes back gets a place. */
const archiveRank = "a0" as Rank;

/** Tasks that stay where they are keep their ranks as far as the order allows. */
function ranksOfTasks(wanted: WantedBoard, current: BoardState | null): Map<TaskId, Rank> {
  const ranks = new Map<TaskId, Rank>();
  for (const [columnId, ids] of wanted.order) {
    const known = new Map<TaskId, Rank>();
    for (const id of ids) {
      const task = current?.tasks.get(id);
      if (task?.card.columnId === columnId && task.archivedAt === null && task.deletedAt === null)
        known.set(id, task.card.rank);
    }
    for (const [id, rank] of ranksFor(ids, known)) ranks.set(id, rank);
  }
  return ranks;
}

/** The changes of all tasks by time; those of one task stay in their order. */
function byTime(plans: readonly TimedChange[][]): TimedChange[] {
  const keyed: { key: Instant; change: TimedChange }[] = [];
  for (const changes of plans) {
    let key = "";
    for (const change of changes) {
      if (change.at > key) key = change.at;
      keyed.push({ key, change });
    }
  }
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ change }) => change);
}
