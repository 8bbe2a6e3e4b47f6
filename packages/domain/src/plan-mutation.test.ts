import { createHash } from "node:crypto";
import { allHints } from "./hint/fold-hints.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "./apply-change.ts";
import { type BoardView, orderedColumns, tasksInColumn, viewOfSnapshot } from "./board-view.ts";
import { type Change, changePayloads } from "./change.ts";
import { defaultColumns } from "./column-kind.ts";
import type { ClarifyOutcome } from "./clarify/clarify-outcome.ts";
import type { TaskCard, TaskDetail } from "./entities.ts";
import type { BoardId, ColumnId, MutationId, ProjectId, TagId, TaskId, UserId } from "./ids.ts";
import type { Mutation } from "./mutations.ts";
import { remember } from "./history.ts";
import { applyMutation, planMutation } from "./plan-mutation.ts";
import { byRank, evenRanks } from "./rank.ts";
import { DomainError } from "./refusal.ts";

/** Ids as unlike each other as those of real clients: ids derived from two must not meet by regularity. */
function id<Id extends string>(kind: number, index: number): Id {
  const hex = createHash("sha256").update(`${kind} ${index}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id;
}

const boardId = id<BoardId>(0, 0);
const owner = id<UserId>(1, 0);
const ranks = evenRanks(defaultColumns.length);

const emptyBoard: BoardView = viewOfSnapshot({
  epoch: id(9, 9),
  seq: 1,
  board: {
    id: boardId,
    name: "Home",
    key: "HOME",
    wipPolicy: "block",
    sleepAfterDays: 14,
    isDemo: false,
    hints: allHints,
  },
  role: "owner",
  userId: owner,
  columns: defaultColumns.map((column, index) => ({
    ...column,
    id: id<ColumnId>(2, index),
    contextId: null,
    rank: ranks[index] ?? ranks[0]!,
  })),
  tasks: [],
  tags: [],
  contexts: [],
  projects: [],
  links: [],
  views: [],
  members: [{ userId: owner, name: "Alex", role: "owner" }],
});

const noDetail: TaskDetail = { notes: "", notesVersion: 0, checklist: [], hints: [], comments: [], attachments: [] };

/** One of the decisions over an item. */
function outcomeFrom(c: number, projectId: ProjectId): ClarifyOutcome {
  const outcomes: ClarifyOutcome[] = [
    { kind: "do-now", left: c % 2 ? "done" : "doing" },
    { kind: "waiting", who: "Kim", since: "2026-01-01T00:00:00.000Z", followUpOn: null },
    { kind: "someday" },
    { kind: "reference" },
    { kind: "trash" },
    { kind: "snooze", until: "2026-12-24" },
    { kind: "project", projectId, create: { name: `Project ${c % 4}`, color: "teal", desiredOutcome: "" } },
  ];
  return outcomes[c % outcomes.length]!;
}

/** Random numbers become a mutation of what is there: tasks, columns and items are picked by index. */
function mutationFrom(
  view: BoardView,
  [what, a, b, c]: readonly [number, number, number, number],
  step: number,
): Mutation {
  const base = { boardId, mutationId: id<MutationId>(3, step) };
  const tasks = Object.values<TaskCard>(view.tasks);
  const taskId = tasks[a % Math.max(1, tasks.length)]?.id ?? id<TaskId>(4, 999);
  const columns = orderedColumns(view);
  const columnId = columns[b % columns.length]?.id ?? id<ColumnId>(2, 0);
  const anchor = tasksInColumn(view, columnId)[c % 7]?.id;
  const several = [...new Set([a, a + 1, b, c].map((n) => tasks[n % Math.max(1, tasks.length)]?.id ?? taskId))];
  const items = view.details[taskId]?.checklist ?? [];
  const itemId = items[b % Math.max(1, items.length)]?.id ?? id(6, step);
  const gone = Object.keys(view.gone) as TaskId[];
  const tagId = id<TagId>(5, a % 3);
  const mutations: Mutation[] = [
    { name: "task.create", input: { ...base, taskId: id(4, step), columnId, title: `Task ${step}`, source: "web" } },
    {
      name: "task.create",
      input: {
        ...{ ...base, taskId: id(4, step), columnId, title: "Pack", source: "web" },
        checklist: [0, 1].map((n) => ({ itemId: id(7, step * 2 + n), text: `Item ${n}`, isDone: n === c % 2 })),
      },
    },
    {
      name: "task.create",
      input: { ...base, taskId: id(4, step), columnId, title: "Call", source: "web", beforeId: anchor },
    },
    {
      name: "task.move",
      input: { ...base, taskId, toColumnId: columnId, ...(c % 2 ? { afterId: anchor } : { beforeId: anchor }) },
    },
    { name: "task.move", input: { ...base, taskId, toColumnId: columnId } },
    { name: "task.update", input: { ...base, taskId, title: `Renamed ${c}`, notes: c % 3 ? "More" : "" } },
    {
      name: "task.update",
      input: { ...base, taskId, dueAt: c % 2 ? "2026-12-04" : null, tagIds: view.tags[tagId] ? [tagId] : [] },
    },
    { name: "task.archive", input: { ...base, taskId } },
    { name: "task.remove", input: { ...base, taskId } },
    { name: "task.restore", input: { ...base, taskId: gone[a % Math.max(1, gone.length)] ?? taskId } },
    {
      name: "task.bulk",
      input: {
        ...base,
        taskIds: several,
        do: { kind: "move", toColumnId: columnId, ...(c % 2 ? { beforeId: anchor } : {}) },
      },
    },
    {
      name: "task.bulk",
      input: {
        ...base,
        taskIds: several,
        do: {
          kind: "update",
          priority: "high",
          ...(view.tags[tagId] ? (c % 2 ? { addTagIds: [tagId] } : { removeTagIds: [tagId] }) : {}),
        },
      },
    },
    { name: "task.bulk", input: { ...base, taskIds: several, do: { kind: c % 3 ? "archive" : "remove" } } },
    { name: "task.clarify", input: { ...base, taskId, outcome: outcomeFrom(c, id<ProjectId>(8, step)) } },
    {
      name: "task.clarify",
      input: {
        ...base,
        taskId,
        outcome: { kind: "next-action" },
        fields: { title: `Step ${c % 5}`, dueAt: "2026-12-05" },
      },
    },
    { name: "task.merge", input: { ...base, taskId, otherTaskId: several[1] ?? taskId } },
    {
      name: "checklistItem.create",
      input: { ...base, taskId, itemId: id(6, step), text: "Item", isDone: c % 2 === 0 },
    },
    { name: "checklistItem.update", input: { ...base, taskId, itemId, isDone: c % 2 === 0 } },
    { name: "checklistItem.move", input: { ...base, taskId, itemId, beforeId: items[0]?.id } },
    { name: "checklistItem.remove", input: { ...base, taskId, itemId } },
    { name: "tag.create", input: { ...base, tagId, name: `tag ${a % 3}`, color: "teal" } },
    { name: "tag.remove", input: { ...base, tagId } },
    { name: "column.move", input: { ...base, columnId, afterId: columns[c % columns.length]?.id } },
    { name: "column.update", input: { ...base, columnId, wipLimit: (c % 5) + 1 } },
    { name: "column.remove", input: { ...base, columnId } },
  ];
  return mutations[what % mutations.length] ?? mutations[0]!;
}

function checkInvariants(view: BoardView): void {
  for (const column of orderedColumns(view)) {
    const places = tasksInColumn(view, column.id).map((task) => task.rank);
    expect(new Set(places).size).toBe(places.length);
  }
  for (const task of Object.values<TaskCard>(view.tasks)) {
    expect(view.columns[task.columnId]).toBeDefined();
    const { checklist, notes } = view.details[task.id] ?? noDetail;
    expect(task.checklistTotal).toBe(checklist.length);
    expect(task.checklistDone).toBe(checklist.filter((item) => item.isDone).length);
    expect(task.hasNotes).toBe(notes !== "");
    expect(task.tagIds.every((tagId) => view.tags[tagId])).toBe(true);
    expect(view.gone[task.id]).toBeUndefined();
  }
}

const index = fc.nat(1_000);
const moves = fc.array(fc.tuple(index, index, index, index), { minLength: 10, maxLength: 120, size: "max" });

test("whatever is asked in whatever order, the board stays whole and every change is a valid event", () => {
  let refused = 0;
  let applied = 0;
  fc.assert(
    fc.property(moves, (asked) => {
      let view = emptyBoard;
      asked.forEach((numbers, step) => {
        const mutation = mutationFrom(view, numbers, step);
        try {
          for (const change of planMutation(view, mutation, new Date(Date.UTC(2026, 0, 1, 0, step)).toISOString())) {
            const parsed = changePayloads[change.type].safeParse(change.payload);
            expect(parsed.error?.message).toBeUndefined();
            view = applyChange(view, change);
            // The panel of every task counts as open, so that bodies are kept too.
            if (change.type === "task.created") {
              view = { ...view, details: { ...view.details, [change.payload.card.id]: noDetail } };
            }
            applied++;
          }
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          refused++;
        }
        checkInvariants(view);
      });
    }),
    { numRuns: 150 },
  );
  expect(applied).toBeGreaterThan(500);
  expect(refused).toBeGreaterThan(50);
});

/** What a person sees of a view: the order of rows instead of their ranks, no versions. */
function seen(view: BoardView) {
  const { tasks, columns, details, gone: _gone, history: _history, ...rest } = view;
  const bare = ({ version: _version, rank: _rank, ...task }: TaskCard) => task;
  return {
    ...rest,
    columns: orderedColumns(view).map(({ rank: _rank, ...column }) => column),
    tasks: Object.fromEntries(Object.values<TaskCard>(tasks).map((task) => [task.id, bare(task)])),
    orders: Object.keys(columns)
      .sort()
      .map((columnId) => tasksInColumn(view, columnId as ColumnId).map(({ id }) => id)),
    details: Object.keys(tasks)
      .sort()
      .map((taskId) => {
        const { notes, checklist } = details[taskId as TaskId] ?? noDetail;
        return { notes, items: checklist.toSorted(byRank).map(({ rank: _rank, ...item }) => item) };
      }),
  };
}

/** The view after a mutation and what it changed; every task counts as open. */
function act(view: BoardView, mutation: Mutation, at: string): { view: BoardView; changes: Change[] } {
  const changes = planMutation(view, mutation, at);
  const after = changes.reduce((on, change) => {
    const next = applyChange(on, change);
    if (change.type !== "task.created") return next;
    const notes = { notes: change.payload.notes, notesVersion: 1 };
    return { ...next, details: { ...next.details, [change.payload.card.id]: { ...noDetail, ...notes } } };
  }, view);
  return { view: remember(after, mutation.input.mutationId, changes), changes };
}

test("whatever was done can be undone and redone at once, as if it had not and as if it had", () => {
  let undone = 0;
  fc.assert(
    fc.property(moves, (asked) => {
      let view = emptyBoard;
      asked.forEach((numbers, step) => {
        const at = new Date(Date.UTC(2026, 0, 1, 0, step)).toISOString();
        const mutation = mutationFrom(view, numbers, step);
        // A second tag of the same id, which only the server can refuse.
        if (mutation.name === "tag.create" && view.tags[mutation.input.tagId]) return;
        try {
          const before = view;
          const done = act(view, mutation, at);
          const undo = (mutationId: MutationId, undoes: MutationId): Mutation => ({
            name: "board.undo",
            input: { boardId, mutationId, undoes: [undoes] },
          });
          const back = act(done.view, undo(id(3, 5_000 + step), mutation.input.mutationId), at);
          expect(seen(back.view)).toEqual(seen(before));
          expect(seen(act(back.view, undo(id(3, 7_000 + step), id(3, 5_000 + step)), at).view)).toEqual(
            seen(done.view),
          );
          view = done.view;
          undone += done.changes.length;
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          // Asked for in vain; or in a column whose limit was set below what it holds there is no way back.
          if (!["WIP_LIMIT_REACHED"].includes(error.code))
            expect(refusalOf(() => planMutation(view, mutation, at))).toBe(error.code);
        }
      });
    }),
    { numRuns: 100 },
  );
  expect(undone).toBeGreaterThan(500);
});

const now = "2026-11-22T09:00:00.000Z";
const inbox = id<ColumnId>(2, 0);
const doing = id<ColumnId>(2, 2);

function create(index: number, columnId: ColumnId): Mutation {
  const base = { boardId, mutationId: id<MutationId>(3, 500 + index), taskId: id<TaskId>(4, index) };
  return { name: "task.create", input: { ...base, columnId, title: `Task ${index}`, source: "web" } };
}

function refusalOf(action: () => unknown): string | null {
  try {
    action();
    return null;
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

test("the fourth task does not enter a column limited to three, and the board says why", () => {
  const full = [0, 1, 2].reduce((view, index) => applyMutation(view, create(index, doing), now), emptyBoard);
  expect(refusalOf(() => planMutation(full, create(3, doing), now))).toBe("WIP_LIMIT_REACHED");
  const warned = { ...full, board: { ...full.board, wipPolicy: "warn" as const } };
  expect(planMutation(warned, create(3, doing), now)).toMatchObject([
    { type: "task.created", payload: { overrodeWip: { wipLimit: 3, reason: "" } } },
  ]);
});

test("dropping a task where it lies changes nothing", () => {
  const view = [0, 1].reduce((board, index) => applyMutation(board, create(index, inbox), now), emptyBoard);
  const [first, second] = tasksInColumn(view, inbox);
  const input = { boardId, mutationId: id<MutationId>(3, 900), taskId: second!.id, toColumnId: inbox };
  expect(planMutation(view, { name: "task.move", input: { ...input, afterId: first!.id } }, now)).toEqual([]);
});

test("a stale tab's move among neighbours that left is refused in its own column and lands at the end of another", () => {
  const view = [0, 1].reduce((board, index) => applyMutation(board, create(index, inbox), now), emptyBoard);
  const input = { boardId, mutationId: id<MutationId>(3, 901), taskId: id<TaskId>(4, 0), afterId: id<TaskId>(4, 77) };
  const within: Mutation = { name: "task.move", input: { ...input, toColumnId: inbox } };
  const across: Mutation = { name: "task.move", input: { ...input, toColumnId: doing } };
  expect(refusalOf(() => planMutation(view, within, now))).toBe("NEIGHBOURS_MOVED");
  expect(planMutation(view, across, now)).toMatchObject([{ type: "task.moved", payload: { to: { columnId: doing } } }]);
});

test("a viewer changes nothing", () => {
  expect(refusalOf(() => planMutation({ ...emptyBoard, role: "viewer" }, create(0, inbox), now))).toBe("READ_ONLY");
});
