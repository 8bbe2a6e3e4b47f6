import fc from "fast-check";
import { expect, test } from "vitest";
import type { TaskCard } from "../entities.ts";
import type { ColumnId, TaskId } from "../ids.ts";
import { groupings } from "../view-values.ts";
import { laneFields } from "./lane-fields.ts";
import { columnOrder, stepInLanes } from "./lane-focus.ts";
import { type LaneGrid, type LaneStep, spotOf, stepSpot } from "./lane-grid.ts";
import { type LaneField, laneOf, lanesOf } from "./lanes.ts";
import { regroup } from "./regroup.ts";

const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [`id-${name}`, { name }]));
const names = ["Zoo", "café", "Alps", "boat", "Desk"];
const ids = names.map((name) => `id-${name}`);
const rows = { projects: named(names), contexts: named(names), members: named(names) } as unknown as Parameters<
  typeof lanesOf
>[0];
type Grouped = Pick<TaskCard, LaneField>;

// "gone" is no row of the board: such a value means no lane.
const some = fc.uniqueArray(fc.constantFrom(...ids, "gone"), { maxLength: 4 });
const tasks = fc.record({
  projectId: fc.option(fc.constantFrom(...ids, "gone")),
  contextIds: some,
  assigneeIds: some,
  priority: fc.constantFrom("low", "normal", "high"),
}) as unknown as fc.Arbitrary<Grouped>;

/** What the server makes of a bulk act. */
function after(task: Grouped, act: NonNullable<ReturnType<typeof regroup>>): Grouped {
  const change = <Id extends string>(have: readonly Id[], add: readonly Id[] = [], remove: readonly Id[] = []) =>
    [...have, ...add].filter((id) => !remove.includes(id));
  return {
    projectId: act.projectId === undefined ? task.projectId : act.projectId,
    priority: act.priority ?? task.priority,
    contextIds: change(task.contextIds, act.addContextIds, act.removeContextIds),
    assigneeIds: change(task.assigneeIds, act.addAssigneeIds, act.removeAssigneeIds),
  };
}

test("lanes stand by name, what has no value last; priorities from high to low", () => {
  expect([...lanesOf(rows, "project").keys()]).toEqual(["id-Alps", "id-boat", "id-café", "id-Desk", "id-Zoo", "none"]);
  expect([...lanesOf(rows, "priority").keys()]).toEqual(["high", "normal", "low"]);
});

test("a task of several values stands in the first lane of them, and in no lane with none the board knows", () => {
  const lanes = lanesOf(rows, "context");
  const task = { contextIds: ["id-Zoo", "gone", "id-boat"] } as unknown as Grouped;
  expect(laneOf(task, "context", lanes)).toBe("id-boat");
  expect(laneOf({ contextIds: ["gone"] } as unknown as Grouped, "context", lanes)).toBe("none");
});

test("regrouped, a task stands in the lane it was dropped in, and keeps what did not hinder that", () => {
  fc.assert(
    fc.property(tasks, fc.constantFrom(...groupings), fc.nat(), (task, grouping, pick) => {
      const lanes = lanesOf(rows, grouping);
      const to = [...lanes.keys()][pick % lanes.size]!;
      const from = laneOf(task, grouping, lanes);
      const act = regroup(task, grouping, to, lanes);
      if (!act) {
        expect(from).toBe(to);
        return;
      }
      const done = after(task, act);
      expect(laneOf(done, grouping, lanes)).toBe(to);
      expect(regroup(done, grouping, to, lanes)).toBeNull();
      if (grouping !== "context") return;
      const isBelow = (id: string) => (lanes.get(id) ?? -1) > lanes.get(to)! && id !== from;
      for (const id of task.contextIds.filter(isBelow)) expect(done.contextIds).toContain(id);
    }),
  );
});

test("a task added in a lane stands there, unless its line says another value of that kind", () => {
  const silent = { contexts: [], project: null, priority: null };
  const wordy = { contexts: ["phone"], project: "Other", priority: "low" as const };
  const blank = { projectId: null, contextIds: [], assigneeIds: [], priority: "normal" as const };
  for (const grouping of groupings) {
    const lanes = lanesOf(rows, grouping);
    for (const lane of lanes.keys())
      expect(laneOf({ ...blank, ...laneFields(silent, grouping, lane, lanes) }, grouping, lanes)).toBe(lane);
    const said = laneFields(wordy, grouping, [...lanes.keys()][0]!, lanes);
    // Nobody can be named by words.
    expect(said).toEqual(grouping === "assignee" ? { assigneeIds: ["id-Alps"] } : {});
    expect(laneFields(silent, grouping, "none", lanes)).toEqual({});
    expect(laneFields(silent, grouping, "gone", lanes)).toEqual({});
  }
});

const steps: LaneStep[] = ["up", "down", "left", "right", "first", "last"];
const grids = fc
  .array(fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((sizes): LaneGrid => {
    const cells = new Map<string, TaskId[]>();
    for (const [lane, row] of sizes.entries())
      for (const [column, size] of row.entries())
        cells.set(
          `${lane} ${column}`,
          Array.from({ length: size }, (_, nth) => `${lane}${column}${nth}` as TaskId),
        );
    return {
      lanes: sizes.map((_, lane) => String(lane)),
      columnIds: ["0", "1", "2"] as ColumnId[],
      cell: (lane, columnId) => cells.get(`${lane} ${columnId}`) ?? [],
    };
  });

test("down from the first card of a column passes every card of it once, through all lanes, and up comes back", () => {
  fc.assert(
    fc.property(grids, fc.constantFrom(...(["0", "1", "2"] as ColumnId[])), (grid, columnId) => {
      const order = columnOrder(grid, columnId);
      for (const [nth, taskId] of order.entries()) {
        expect(stepInLanes(grid, taskId, "down")).toBe(order[nth + 1] ?? taskId);
        expect(stepInLanes(grid, taskId, "up")).toBe(order[nth - 1] ?? taskId);
        for (const step of ["left", "right"] as const)
          expect(spotOf(grid, stepInLanes(grid, taskId, step))?.lane).toBe(spotOf(grid, taskId)?.lane);
      }
    }),
  );
});

test("a held card stays on the grid, and reaches every lane of its column, empty ones too", () => {
  fc.assert(
    fc.property(grids, fc.array(fc.constantFrom(...steps), { maxLength: 12 }), (grid, keys) => {
      const taskId = columnOrder(grid, "1" as ColumnId)[0];
      if (!taskId) return;
      const start = spotOf(grid, taskId)!;
      const end = keys.reduce((at, key) => stepSpot(grid, at, key, taskId), start);
      expect(grid.lanes).toContain(end.lane);
      const others = grid.cell(end.lane, end.columnId).filter((id) => id !== taskId);
      expect(end.index).toBeGreaterThanOrEqual(0);
      expect(end.index).toBeLessThanOrEqual(others.length);
      let at = start;
      const seen = new Set<string>();
      for (let press = 0; press < 30; press++) {
        seen.add(at.lane);
        at = stepSpot(grid, at, "down", taskId);
      }
      expect([...seen]).toEqual(grid.lanes.slice(grid.lanes.indexOf(start.lane)));
    }),
  );
});
