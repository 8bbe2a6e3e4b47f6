import type { HintValue } from "@kanban/domain/entities";
import { expect, test } from "vitest";
import { editedText, withText } from "./edit-hint.ts";

const estimate: HintValue = { kind: "estimate", minutes: 90, low: 60, high: 120, basedOn: 8 };

test.each<[HintValue, string, string, object]>([
  [{ kind: "title", title: "A" }, "A", "B", { title: "B" }],
  [{ kind: "checklist", items: ["A", "B"] }, "A\nB", "B\n\n- C", { items: ["B", "C"] }],
  [{ kind: "waiting", who: "Bob", followUpOn: "2026-12-01" }, "Bob", "Eve", { who: "Eve", followUpOn: "2026-12-01" }],
  [estimate, "1 h 30", "45 min", { minutes: 45 }],
])("%j is edited as %j", (value, text, other, fields) => {
  expect(editedText(value)).toBe(text);
  expect(withText(value, text)).toEqual(value);
  expect(withText(value, other)).toMatchObject({ kind: value.kind, ...fields });
});

test("words a hint cannot have are refused", () => {
  expect(withText({ kind: "title", title: "A" }, "  ")).toBeNull();
  expect(withText({ kind: "checklist", items: ["A"] }, "\n")).toBeNull();
  expect(withText(estimate, "soon")).toBeNull();
});
