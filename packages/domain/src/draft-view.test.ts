import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange } from "./apply-change.ts";
import { tasksByColumn, type BoardView } from "./board-view.ts";
import type { Change } from "./change.ts";
import { openDraft } from "./draft-view.ts";
import type { TaskCard } from "./entities.ts";
import type { ColumnId, TaskId } from "./ids.ts";
import { evenRanks } from "./rank.ts";

const ranks = evenRanks(9);
const columnIds = ["a", "b", "c"] as ColumnId[];
const taskIds = ["1", "2", "3", "4"] as TaskId[];
const cardOf = (id: TaskId, column: number, rank: number) =>
  ({ id, columnId: columnIds[column]!, rank: ranks[rank]!, version: 1 }) as TaskCard;
const empty = { tasks: {}, gone: {}, details: {} } as unknown as BoardView;

const changes = fc.array(
  fc
    .tuple(fc.constantFrom("create", "move", "archive"), fc.nat(3), fc.nat(2), fc.nat(8))
    .map(([kind, task, column, rank]): Change => {
      const card = cardOf(taskIds[task]!, column, rank);
      if (kind === "create") return { type: "task.created", payload: { card } } as Change;
      if (kind === "archive") return { type: "task.archived", payload: { card } } as Change;
      const { columnId } = card;
      return {
        type: "task.moved",
        payload: { taskId: card.id, version: 1, to: { columnId, rank: card.rank }, after: {} },
      } as Change;
    }),
);

test("a draft comes to what copies come to, is grouped right at every step, and leaves the view it began from alone", () => {
  fc.assert(
    fc.property(changes, changes, (first, then) => {
      const start = first.reduce(applyChange, empty);
      const was = structuredClone(start.tasks);
      const { draft, close } = openDraft(start);
      let [slow, quick] = [start, draft];
      for (const change of then) {
        [slow, quick] = [applyChange(slow, change), applyChange(quick, change)];
        const filled = [...tasksByColumn(quick)].filter(([, tasks]) => tasks.length > 0);
        expect(new Map(filled)).toEqual(tasksByColumn(slow));
      }
      close();
      expect(quick.tasks).toEqual(slow.tasks);
      expect(start.tasks).toEqual(was);
      const sealed = structuredClone(quick.tasks);
      applyChange(quick, { type: "task.created", payload: { card: cardOf("9" as TaskId, 0, 0) } } as Change);
      expect(quick.tasks).toEqual(sealed);
    }),
  );
});
