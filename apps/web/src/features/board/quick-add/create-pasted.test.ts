import { type BoardView, orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import { readOutline } from "@kanban/domain/capture-syntax/read-outline";
import type { ColumnKind } from "@kanban/domain/column-kind";
import type { MutationId } from "@kanban/domain/ids";
import { type Mutation, mutationInputs } from "@kanban/domain/mutations";
import { applyMutation } from "@kanban/domain/plan-mutation";
import { DomainError } from "@kanban/domain/refusal";
import { expect, test } from "vitest";
import { modelBoard, modelId } from "../../../sync/model/model-board.ts";
import { createStore } from "../../store/create-store.ts";
import type { BoardScreen } from "../state/screen.tsx";
import { initialScreenState } from "../state/screen-state.ts";
import { createPasted } from "./create-pasted.ts";

/** A board screen over a view in memory: what the real one does with an engine. */
function screenOver(start: BoardView) {
  let view = start;
  let count = 0;
  const screen: BoardScreen = {
    boardId: start.board.id,
    store: createStore(initialScreenState({ query: "", layout: "board", grouping: null, savedView: null })),
    view: () => view,
    mutate: (name, asked) => {
      count += 1;
      const mutationId = modelId<MutationId>(3, count);
      const input = mutationInputs[name].parse({ ...asked, boardId: start.board.id, mutationId });
      try {
        view = applyMutation(view, { name, input } as Mutation, "2026-11-28T12:00:00.000Z");
        return { mutationId, refused: null };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return { mutationId, refused: { code: error.code, details: error.details } };
      }
    },
  };
  const column = (kind: ColumnKind) => orderedColumns(view).find((each) => each.kind === kind)!;
  const titles = (kind: ColumnKind) => tasksInColumn(view, column(kind).id).map(({ title }) => title);
  return { screen, column, titles };
}

function pasteInto(kind: ColumnKind, text: string, start = modelBoard()) {
  const board = screenOver(start);
  const left: string[][] = [];
  const tasks = readOutline(text);
  const where = { columnId: board.column(kind).id, edge: "bottom" as const, readDates: undefined };
  createPasted(board.screen, tasks, where, (rest) => left.push(rest.map(({ source }) => source)));
  return { ...board, left };
}

test("tasks come in their order, ticked ones as done, and a label that is new is made once", () => {
  const { titles, screen, left } = pasteInto("next", "- Pack #trip\n  - Tent\n- [x] Passports\n- Book #Trip");
  expect(titles("next")).toEqual(["Pack", "Book"]);
  expect(titles("done")).toEqual(["Passports"]);
  expect(Object.values(screen.view().tags).map(({ name }) => name)).toEqual(["trip"]);
  const [pack] = tasksInColumn(screen.view(), Object.values(screen.view().tasks)[0]!.columnId);
  expect(pack).toMatchObject({ checklistTotal: 1, checklistDone: 0 });
  expect(left).toEqual([[]]);
});

test("a full column takes what it can, gives the rest back, and keeps no label of it", () => {
  const { titles, screen, left } = pasteInto("doing", "one\ntwo\nthree\nfour #late\nfive");
  expect(titles("doing")).toEqual(["one", "two", "three"]);
  expect(left).toEqual([["four #late", "five"]]);
  expect(screen.view().tags).toEqual({});
});

test("pasted into a lane, each line takes its value unless it says another", () => {
  const { screen, column } = screenOver(modelBoard());
  screen.store.set({ grouping: "priority" });
  const where = { columnId: column("next").id, edge: "bottom" as const, lane: "high", readDates: undefined };
  createPasted(screen, readOutline("one\ntwo !low\n- [x] three"), where, () => {});
  const found = Object.values(screen.view().tasks).map(({ title, priority }) => [title, priority]);
  expect(Object.fromEntries(found)).toEqual({ one: "high", two: "low", three: "high" });
});

test("where a reason is asked for, the task waits with the rest until it is given", () => {
  const asking = modelBoard();
  const board = { ...asking, board: { ...asking.board, wipPolicy: "ask" as const } };
  const { titles, screen, left } = pasteInto("doing", "one\ntwo\nthree\nfour\nfive", board);
  expect(left).toEqual([["four", "five"]]);
  const { dialog } = screen.store.get();
  if (dialog?.kind !== "wip") throw new Error("Nobody was asked");
  expect(dialog.question.ask({ reason: "urgent" }).refused).toBeNull();
  dialog.question.onDone();
  expect(titles("doing")).toEqual(["one", "two", "three", "four"]);
  expect(left.at(-1)).toEqual(["five"]);
});
