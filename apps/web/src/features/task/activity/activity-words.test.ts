import { describe, expect, test } from "vitest";
import { type Activity, activityLines, activityWords } from "./activity-words.ts";

const columns = { c1: { name: "Doing" } } as Parameters<typeof activityWords>[1];
const entry = (type: string, more: Partial<Activity> = {}): Activity =>
  ({
    id: `${type}-${JSON.stringify(more)}`,
    seq: 1,
    type,
    at: "2026-11-22T09:00:00.000Z",
    actor: { userId: "u1", name: "Ada", means: "hand" },
    fromColumnId: null,
    toColumnId: null,
    fields: [],
    importedAs: null,
    ...more,
  }) as Activity;

describe("an entry of a task's history", () => {
  test("names the column a task moved to, also when that is gone", () => {
    expect(activityWords(entry("task.moved", { toColumnId: "c1" as never }), columns)).toBe("Moved to Doing");
    expect(activityWords(entry("task.moved", { toColumnId: "c9" as never }), columns)).toBe(
      "Moved to a column that is gone",
    );
  });

  test("names the fields that changed and leaves out those it does not know", () => {
    expect(activityWords(entry("task.updated", { fields: ["dueAt", "title", "mood"] }), columns)).toBe(
      "Changed due date and title",
    );
    expect(activityWords(entry("task.updated", { fields: ["mood", "toString"] }), columns)).toBe("Changed");
  });

  test.each([
    ["COMPLETED", "Completed"],
    ["STALE", "Grew stale"],
    ["RULE_TRIGGERED", "A rule ran"],
    ["MOVED", "Moved"],
    ["UPDATED", "Changed"],
    ["toString", "Changed"],
  ])("taken over from the predecessor as %s without details is called what it was: %s", (importedAs, words) => {
    expect(activityWords(entry("task.updated", { importedAs }), columns)).toBe(words);
  });

  test("taken over with details is told like any other", () => {
    expect(activityWords(entry("task.updated", { importedAs: "UPDATED", fields: ["title"] }), columns)).toBe(
      "Changed title",
    );
    expect(activityWords(entry("task.moved", { importedAs: "MOVED", toColumnId: "c1" as never }), columns)).toBe(
      "Moved to Doing",
    );
  });

  test("taken over as completed is not told as the move it became", () => {
    expect(activityWords(entry("task.moved", { importedAs: "COMPLETED", toColumnId: "c1" as never }), columns)).toBe(
      "Completed",
    );
  });

  test("of a type this build does not know is left out", () => {
    expect(activityWords(entry("task.blessed"), columns)).toBeNull();
    expect(activityLines([entry("task.blessed")], columns, "u1")).toEqual([]);
  });
});

describe("the lines of a history", () => {
  test("join the same small change done again and again", () => {
    const lines = activityLines(
      [entry("checklist-item.created"), entry("checklist-item.created"), entry("task.created")],
      columns,
      "u1",
    );
    expect(lines.map(({ text, count }) => [text, count])).toEqual([
      ["Added a checklist item", 2],
      ["Captured", 1],
    ]);
  });

  test("name other people, not oneself", () => {
    expect(activityLines([entry("task.created")], columns, "u1")[0]?.by).toBeNull();
    expect(activityLines([entry("task.created")], columns, "u2")[0]?.by).toBe("Ada");
  });

  test("name nobody for what the predecessor did by itself", () => {
    const imported = ["STALE", "RULE_TRIGGERED", "COMPLETED"].map((importedAs) =>
      entry("task.updated", { importedAs }),
    );
    expect(activityLines(imported, columns, "u2").map(({ text, by }) => [text, by])).toEqual([
      ["Grew stale", null],
      ["A rule ran", null],
      ["Completed", "Ada"],
    ]);
  });
});
