import fc from "fast-check";
import type { ColumnType, OldBoardRows, OldTask, OldTaskEvent } from "../old-tables.ts";
import { oldColumn, oldEvent, oldId, oldTask, oldTime } from "./old-rows.ts";

/** One thing that happens to the old rows of a board: what, and numbers that say to which of them. */
export type Edit = { what: keyof typeof edits; a: number; b: number; c: number };

/** What a board is made of while it is edited; rows are replaced, never changed. */
type World = { rows: OldBoardRows; next: number; minute: number };

export function newWorld(rows: OldBoardRows): World {
  return { rows, next: 100, minute: 100 };
}

export function edit(world: World, asked: readonly Edit[]): World {
  return asked.reduce<World>((before, { what, a, b, c }) => {
    const now = before.minute + 1;
    const { next } = before;
    const change = edits[what](before.rows, { a, b, c, next, now, at: oldTime(now) });
    return { rows: { ...before.rows, ...change }, next: next + 1, minute: now };
  }, world);
}

type Dice = { a: number; b: number; c: number; next: number; now: number; at: string };
type Make = (rows: OldBoardRows, dice: Dice) => Partial<OldBoardRows>;

const pick = <Row>(list: readonly Row[], number: number): Row | undefined => list[number % Math.max(1, list.length)];
const types: ColumnType[] = ["INPUT", "CLARIFY", "CONTEXT", "CONTEXT", "WAITING", "SOMEDAY", "DONE", "ARCHIVE"];
const names = ["Büro", "büro", "@Phone", "call", "Next", "Ärger", "  ", "İş", "iş", "x"];

const replace = <Row extends { id: string }>(
  list: readonly Row[],
  number: number,
  change: (row: Row) => Partial<Row>,
) => list.map((row, index) => (index === number % list.length ? { ...row, ...change(row) } : row));

/** A column to name: mostly one of the board's, sometimes one nobody knows. */
const someColumn = ({ columns }: OldBoardRows, number: number): string =>
  number % 7 === 6 ? oldId("column", 999) : (pick(columns, number)?.id ?? oldId("column", 998));

const withEvent = ({ events }: OldBoardRows, event: OldTaskEvent) => ({
  events: [...events, event].toSorted((a, b) =>
    a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  ),
});

const edits = {
  addTask(rows, { a, b, c, next, at }) {
    const columnId = someColumn(rows, a);
    const isDone = b % 4 === 0;
    const task = oldTask(next, {
      ...{ columnId, isDone, completedAt: b % 3 === 0 ? at : null, position: c % 5, context: a % 3 ? null : "PHONE" },
      ...{ createdAt: at, updatedAt: at, lastMovedAt: at, ownerId: oldId("user", 1 + (c % 3)) },
      ...{ projectId: c % 3 ? null : (pick(rows.projects, b)?.id ?? oldId("project", 999)) },
      ...{ waitingFor: c % 4 ? null : "Anna", description: b % 2 ? "notes" : null },
    });
    const event = oldEvent(next, { taskId: task.id, toColumnId: columnId, createdAt: at });
    return { tasks: [...rows.tasks, task], ...(c % 5 > 0 && withEvent(rows, event)) };
  },
  move(rows, { a, b, c, next, at }) {
    const task = pick(rows.tasks, a);
    const to = pick(rows.columns, b);
    if (!task || !to) return {};
    const isDone = to.type === "DONE";
    const changed: Partial<OldTask> = {
      ...{ columnId: to.id, position: c % 5, lastMovedAt: at, updatedAt: at },
      ...{ isDone: task.isDone || isDone, completedAt: isDone ? at : task.completedAt },
    };
    const told = { taskId: task.id, type: "MOVED" as const, fromColumnId: task.columnId, toColumnId: to.id };
    return {
      tasks: replace(rows.tasks, a, () => changed),
      ...(c % 6 > 0 && withEvent(rows, oldEvent(next, { ...told, createdAt: at }))),
    };
  },
  complete(rows, { a, c, next, at }) {
    const task = pick(rows.tasks, a);
    if (!task) return {};
    const isUndone = c % 5 === 0;
    const tasks = replace(rows.tasks, a, () => ({
      ...{ isDone: !isUndone, completedAt: isUndone && c % 2 ? null : at, updatedAt: at },
    }));
    return { tasks, ...withEvent(rows, oldEvent(next, { taskId: task.id, type: "COMPLETED", createdAt: at })) };
  },
  /** Any type, any column, any time: also before its task, or at one moment with another. */
  strayEvent(rows, { a, b, c, next, now }) {
    const task = pick(rows.tasks, a);
    if (!task) return {};
    const type = pick(["CREATED", "UPDATED", "MOVED", "MOVED", "COMPLETED", "STALE", "RULE_TRIGGERED"] as const, b)!;
    const toColumnId = c % 4 ? someColumn(rows, c) : null;
    const fromColumnId = c % 3 ? someColumn(rows, b + c) : null;
    const event = { taskId: task.id, type, toColumnId, fromColumnId, createdAt: oldTime(now - (c % 40)) };
    return withEvent(rows, oldEvent(next, event));
  },
  editTask: (rows, { a, b, c, at }) => ({
    tasks: replace(rows.tasks, a, (task) => ({
      ...{ title: `Title ${b % 3}`, description: c % 3 ? `notes ${c % 2}` : null, priority: b % 2 ? "HIGH" : null },
      ...{ waitingFor: b % 3 ? "Bob" : "", duration: c % 2 ? "1h" : null, context: b % 4 ? task.context : "DESK" },
      ...{ dueAt: c % 5 ? null : oldTime(b), updatedAt: at },
    })),
  }),
  reorderTask: (rows, { a, b, at }) => ({
    tasks: replace(rows.tasks, a, () => ({ position: (b % 9) - 2, updatedAt: at })),
  }),
  touchTask: (rows, { a, at }) => ({ tasks: replace(rows.tasks, a, () => ({ lastMovedAt: at })) }),
  deleteTask(rows, { a }) {
    const gone = pick(rows.tasks, a)?.id;
    const rest = <Row extends { taskId: string }>(list: Row[]) => list.filter(({ taskId }) => taskId !== gone);
    return {
      ...{ tasks: rows.tasks.filter(({ id }) => id !== gone), events: rest(rows.events) },
      ...{ checklistItems: rest(rows.checklistItems), taskTags: rest(rows.taskTags) },
    };
  },
  addColumn: (rows, { a, b, c, next, at }) => ({
    columns: [
      ...rows.columns,
      oldColumn(next, { type: pick(types, a)!, name: pick(names, b)!, position: c % 9, createdAt: at }),
    ],
  }),
  editColumn: (rows, { a, b, c }) => ({
    columns: replace(rows.columns, a, ({ type }) => ({
      ...{
        name: pick(names, b)!,
        position: c % 9,
        type: c % 3 ? type : pick(types, b)!,
        wipLimit: (c % 5) - 1 || null,
      },
    })),
  }),
  deleteColumn: (rows, { a }) => ({ columns: rows.columns.filter((_, index) => index !== a % rows.columns.length) }),
  addTag: (rows, { a, next, at }) => ({
    tags: [
      ...rows.tags,
      {
        ...{ id: oldId("tag", next), boardId: rows.board.id, name: pick(names, a)!, color: "#ef4444" },
        ...{ createdAt: at, updatedAt: at },
      },
    ],
  }),
  editTag: (rows, { a, b }) => ({ tags: replace(rows.tags, a, () => ({ name: pick(names, b)!, color: "#3b82f6" })) }),
  deleteTag: (rows, { a }) => ({ tags: rows.tags.filter((_, index) => index !== a % rows.tags.length) }),
  tagTask(rows, { a, b }) {
    const [taskId, tagId] = [pick(rows.tasks, a)?.id, pick(rows.tags, b)?.id];
    if (!taskId || !tagId || rows.taskTags.some((one) => one.taskId === taskId && one.tagId === tagId)) return {};
    return { taskTags: [...rows.taskTags, { taskId, tagId }] };
  },
  untagTask: (rows, { a }) => ({ taskTags: rows.taskTags.filter((_, index) => index !== a % rows.taskTags.length) }),
  addProject: (rows, { a, next, at }) => ({
    projects: [
      ...rows.projects,
      {
        ...{ id: oldId("project", next), boardId: rows.board.id, ownerId: rows.board.ownerId, name: pick(names, a)! },
        ...{ description: null, desiredOutcome: null, status: a % 2 ? "paused" : null, createdAt: at, updatedAt: at },
      },
    ],
  }),
  editProject: (rows, { a, b }) => ({
    projects: replace(rows.projects, a, () => ({ name: pick(names, b)!, status: "done", description: `why ${b % 2}` })),
  }),
  deleteProject: (rows, { a }) => ({
    projects: rows.projects.filter((_, index) => index !== a % rows.projects.length),
  }),
  addItem(rows, { a, b, c, next, at }) {
    const taskId = pick(rows.tasks, a)?.id;
    if (!taskId) return {};
    const item = { title: `Item ${b % 4}`, isDone: c % 2 === 0, position: c % 5, createdAt: at, updatedAt: at };
    return { checklistItems: [...rows.checklistItems, { id: oldId("item", next), taskId, ...item }] };
  },
  editItem: (rows, { a, b, c, at }) => ({
    checklistItems: replace(rows.checklistItems, a, ({ isDone, title }) => ({
      ...{ title: b % 2 ? title : `Item ${b % 5}`, isDone: c % 2 ? isDone : !isDone, position: c % 5, updatedAt: at },
    })),
  }),
  deleteItem: (rows, { a }) => ({
    checklistItems: rows.checklistItems.filter((_, index) => index !== a % rows.checklistItems.length),
  }),
  editBoard: ({ board }, { b, c }) => ({
    board: { ...board, name: `Board ${b % 3}`, config: c % 2 ? { staleThresholdDays: 1 + (c % 9) } : null },
  }),
} as const satisfies Record<string, Make>;

/** Some edits, those that matter most more often. */
export const anyEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    what: fc.constantFrom(
      "addTask",
      "addTask",
      "move",
      "move",
      "move",
      "strayEvent",
      ...(Object.keys(edits) as (keyof typeof edits)[]),
    ),
    a: fc.nat(1_000),
    b: fc.nat(1_000),
    c: fc.nat(1_000),
  }),
  { maxLength: 14 },
);
