import { expect, test } from "vitest";
import { createKeeper } from "./keeper.ts";

test("of one row there is one entry, with all its columns and reasons", () => {
  const keeper = createKeeper("board");
  keeper.keepColumns("Task", "1", { dueAt: "infinity" }, "due outside of the calendar");
  keeper.keepRow("Column", "1", { name: "Archive" }, "an archive");
  keeper.keepColumns("Task", "1", { duration: "a while" }, "no number of minutes");
  keeper.noteAdded("Column", "2", "there was none");
  expect(keeper.list()).toEqual([
    {
      ...{ table: "Task", id: "1", boardId: "board", kind: "columns", row: { dueAt: "infinity", duration: "a while" } },
      reason: "due outside of the calendar; no number of minutes",
    },
    { table: "Column", id: "1", boardId: "board", kind: "row", row: { name: "Archive" }, reason: "an archive" },
    { table: "Column", id: "2", boardId: "board", kind: "added", row: {}, reason: "there was none" },
  ]);
});
