import { changePayloads } from "@kanban/domain/change";
import { instantSchema } from "@kanban/domain/moment";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BoardState, TimedChange } from "./board-state.ts";
import type { KeptRow } from "./keeper.ts";
import type { OldBoardRows } from "./old-tables.ts";
import { placeBoard } from "./place-board.ts";
import { planBoard } from "./plan-board.ts";
import { anyEdits, edit, newWorld } from "./testing/edit-old-board.ts";
import { oldBoard } from "./testing/old-rows.ts";
import { people } from "./testing/people.ts";
import { replay, stored } from "./testing/replay-changes.ts";
import type { WantedBoard } from "./wanted.ts";

const now = "2026-03-01T09:00:00.000Z";

/** A board that has been brought so far: what is stored of it, and all its events. */
type Brought = { state: BoardState | null; log: TimedChange[]; told: Set<string> };

const importedId = ({ id, change }: TimedChange) =>
  "imported" in change.payload && change.payload.imported ? [id] : [];

function bring({ state, log, told }: Brought, rows: OldBoardRows) {
  const { wanted, kept } = placeBoard(rows, people);
  const fresh = rows.events.filter(({ id }) => !told.has(id));
  const plan = planBoard(wanted, state, fresh, now);
  const brought = {
    state: plan.state,
    log: [...log, ...plan.changes],
    told: new Set([...told, ...plan.changes.flatMap(importedId)]),
  };
  return { brought, plan, wanted, kept: [...kept, ...plan.gone], fresh };
}

/** Brings a board, then again after every round of edits; `check` sees each time. */
const overAndOver = (check: (brought: ReturnType<typeof bring>) => void) =>
  fc.assert(
    fc.property(fc.array(anyEdits, { minLength: 1, maxLength: 4 }), (rounds) => {
      let world = newWorld(oldBoard());
      let known: Brought = { state: null, log: [], told: new Set() };
      for (const edits of rounds) {
        world = edit(world, edits);
        const result = bring(known, world.rows);
        check(result);
        known = result.brought;
        const again = bring(known, world.rows);
        expect(again.plan.changes).toEqual([]);
        expect(again.plan.state).toEqual(known.state);
      }
    }),
    { numRuns: 300 },
  );

test("a board's events alone tell what is stored of it, after every pass, and a second pass has nothing to do", () => {
  overAndOver(({ brought }) => expect(replay(brought.log)).toEqual(stored(brought.state!)));
});

test("each old event is told once under its own id, no id twice, and each change of a task counts", () => {
  overAndOver(({ plan, fresh, brought }) => {
    expect(plan.changes.flatMap(importedId).sort()).toEqual(fresh.map(({ id }) => id).sort());
    expect(new Set(brought.log.map(({ id }) => id)).size).toBe(brought.log.length);
    for (const [id, { card }] of brought.state!.tasks) {
      const versions = brought.log.flatMap(({ change: { type, payload } }) => {
        if (type === "task.created") return payload.card.id === id ? [payload.card.version] : [];
        return "version" in payload && payload.taskId === id ? [payload.version] : [];
      });
      expect(versions).toEqual(Array.from({ length: card.version }, (_, index) => index + 1));
    }
  });
});

test("every change is one this build reads, with a moment", () => {
  overAndOver(({ plan }) => {
    for (const { at, change } of plan.changes) {
      expect(instantSchema.safeParse(at).success, at).toBe(true);
      expect(changePayloads[change.type].safeParse(change.payload).error).toBe(undefined);
    }
  });
});

test("every task is where the old row says, in its order, with its fields and its flow", () => {
  overAndOver(({ wanted, brought }) => {
    const { tasks, columns } = brought.state!;
    for (const task of wanted.tasks) {
      const { card, notes, archivedAt, deletedAt, checklist } = tasks.get(task.id)!;
      const { place, ownerId: _ownerId, updatedAt: _updatedAt, enteredColumnAt, ...fields } = task;
      expect({ ...card, notes, checklist }).toMatchObject({
        ...fields,
        checklist: task.checklist.map(({ id, text, isDone }) => ({ id, text, isDone })),
      });
      expect(archivedAt ?? card.enteredColumnAt).toBe(enteredColumnAt);
      expect([archivedAt !== null, deletedAt]).toEqual([place.isArchived, null]);
      if (!place.isArchived) expect(card.columnId).toBe(place.columnId);
      expect([columns.get(card.columnId)!.kind === "done", task.id]).toEqual([card.finishedAt !== null, task.id]);
    }
    expect(orderOf(brought.state!)).toEqual(new Map([...wanted.order].filter(([, ids]) => ids.length > 0)));
  });
});

function orderOf({ tasks }: BoardState): WantedBoard["order"] {
  const live = [...tasks.values()].filter((task) => task.archivedAt === null && task.deletedAt === null);
  const sorted = live.map(({ card }) => card).sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return new Map(
    [...Map.groupBy(sorted, ({ columnId }) => columnId)].map(([id, cards]) => [id, cards.map((card) => card.id)]),
  );
}

test("what is stored fits the tables: labels and columns that are named are there, and nothing is kept twice", () => {
  overAndOver(({ brought, kept }) => {
    const { tasks, columns, contexts, tags, projects } = brought.state!;
    const missing = (ids: readonly string[], rows: ReadonlyMap<string, object>) => ids.filter((id) => !rows.has(id));
    for (const { card } of tasks.values()) {
      expect(missing([card.columnId], columns)).toEqual([]);
      expect(missing(card.contextIds, contexts)).toEqual([]);
      expect(missing(card.tagIds, tags)).toEqual([]);
      expect(missing(card.projectId ? [card.projectId] : [], projects)).toEqual([]);
    }
    for (const { contextId } of columns.values()) expect(missing(contextId ? [contextId] : [], contexts)).toEqual([]);
    for (const rows of [tags, contexts, projects])
      expectUnique([...rows.values()].map(({ name }) => name.toLowerCase()));
    expectUnique(kept.map(({ table, id }: KeptRow) => `${table} ${id}`));
    expectUnique([...columns.values()].map(({ rank }) => rank));
  });
});

function expectUnique(list: readonly string[]): void {
  expect(list.toSorted()).toEqual([...new Set(list)].toSorted());
}
