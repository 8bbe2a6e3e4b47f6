import fc from "fast-check";
import { expect, test } from "vitest";
import type { TaskCard, TaskLink } from "./entities.ts";
import type { TaskId, TaskLinkId } from "./ids.ts";
import { planTaskLinkCreate } from "./plan-task-link.ts";
import { openBlockers } from "./task-links.ts";

const link = (fromId: number, toId: number, kind: TaskLink["kind"] = "blocks", id = `${kind}${fromId}-${toId}`) => ({
  ...{ id: id as TaskLinkId, kind },
  ...{ fromId: `t${fromId}` as TaskId, toId: `t${toId}` as TaskId },
});

test("whatever links are asked for, those taken leave no task waiting for itself", () => {
  const pair = fc.tuple(fc.nat(6), fc.nat(6));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 40 }), (asked) => {
      const taken: TaskLink[] = [];
      for (const [from, to] of asked) {
        try {
          taken.push(planTaskLinkCreate(taken, link(from, to)).payload.link);
        } catch {
          // Refused.
        }
      }
      // What is blocked by nothing can be taken off again and again, until nothing is left: there is no circle.
      let left = taken;
      for (let round = 0; round < 7; round++) {
        const blocked = new Set(left.map(({ toId }) => toId));
        left = left.filter(({ fromId }) => blocked.has(fromId));
      }
      expect(left).toEqual([]);
    }),
  );
});

test("a blocker counts until it is finished or off the board", () => {
  const card = (n: number, finishedAt: string | null = null) => ({ [`t${n}`]: { finishedAt } as TaskCard });
  const links = Object.fromEntries([link(1, 9), link(2, 9), link(3, 9), link(4, 9, "relates")].map((l) => [l.id, l]));
  const tasks = { ...card(1), ...card(2, "2026-11-29T10:00:00.000Z"), ...card(4), ...card(9) };
  expect(openBlockers({ links, tasks }, "t9" as TaskId)).toBe(1);
  expect(openBlockers({ links, tasks }, "t1" as TaskId)).toBe(0);
});
