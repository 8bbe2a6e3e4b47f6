import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnKind } from "./column-kind.ts";
import { columnKindSchema } from "./column-kind-schema.ts";
import type { ContextId } from "./ids.ts";
import { enterColumn, type FlowFields } from "./flow.ts";
import { judgeWip } from "./wip.ts";
import { wipPolicySchema } from "./wip-policy-schema.ts";

const kinds = columnKindSchema.options;
const instant = (step: number) => new Date(Date.UTC(2026, 0, 1, step)).toISOString();
const captured: FlowFields = {
  startedAt: null,
  finishedAt: null,
  enteredColumnAt: instant(0),
  contextIds: [],
  waitingFor: null,
};

function walk(path: readonly ColumnKind[]): FlowFields {
  let from: ColumnKind | null = null;
  let flow = captured;
  path.forEach((kind, step) => {
    flow = enterColumn(flow, from, { kind, contextId: null }, instant(step));
    from = kind;
  });
  return flow;
}

test("a task is started by its first entry into doing and finished exactly while it is done", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 20 }), (path) => {
      const flow = walk(path);
      const firstDoing = path.indexOf("doing");
      expect(flow.startedAt).toBe(firstDoing < 0 ? null : instant(firstDoing));
      expect(flow.finishedAt !== null).toBe(path.at(-1) === "done");
      expect(flow.waitingFor !== null).toBe(path.at(-1) === "waiting");
      expect(flow.enteredColumnAt).toBe(instant(path.length - 1));
    }),
  );
});

test("a column with a context gives it to the task once", () => {
  const phone = "0193b3a0-0000-7000-8000-000000000001" as ContextId;
  const once = enterColumn(captured, "inbox", { kind: "next", contextId: phone }, instant(1));
  expect(enterColumn(once, "next", { kind: "next", contextId: phone }, instant(2)).contextIds).toEqual([phone]);
});

test("a full column refuses, asks or warns as its board says; a column without a limit never does", () => {
  const full = { openTasks: 3, wipLimit: 3 };
  expect(judgeWip(full, "block", "please")).toBe("refused");
  expect(judgeWip(full, "ask", undefined)).toBe("reason-required");
  expect(judgeWip(full, "ask", "please")).toBe("override");
  expect(judgeWip(full, "warn", undefined)).toBe("override");
  for (const policy of wipPolicySchema.options) {
    expect(judgeWip({ openTasks: 2, wipLimit: 3 }, policy, undefined)).toBe("within");
    expect(judgeWip({ openTasks: 9, wipLimit: null }, policy, undefined)).toBe("within");
  }
});
