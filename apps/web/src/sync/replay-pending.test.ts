import { allHints } from "@kanban/domain/hint/fold-hints";
import { type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import type { BoardId, ColumnId, MutationId, TaskId, UserId } from "@kanban/domain/ids";
import type { Rank } from "@kanban/domain/rank";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PendingMutation } from "./pending.ts";
import { type Replayed, replayOn, replayPending } from "./replay-pending.ts";

const id = <Id extends string>(index: number) => `0193b3a0-0000-7000-8000-${String(index).padStart(12, "0")}` as Id;
const boardId = id<BoardId>(0);
const columnId = id<ColumnId>(1);
const confirmed: BoardView = viewOfSnapshot({
  epoch: "e",
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
  userId: id<UserId>(9),
  columns: [{ id: columnId, name: "Inbox", kind: "inbox", contextId: null, wipLimit: null, rank: "a0" as Rank }],
  tasks: [],
  tags: [],
  contexts: [],
  projects: [],
  links: [],
  members: [],
});

function create(index: number): PendingMutation {
  const base = { boardId, mutationId: id<MutationId>(100 + index), taskId: id<TaskId>(200 + index) };
  const input = { ...base, columnId, title: `Task ${index}`, source: "web" as const };
  return { mutation: { name: "task.create", input }, at: "2026-11-22T09:00:00.000Z" } as PendingMutation;
}

test("replaying on from where it ended shows what replaying everything shows", () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("queue" as const), index: fc.nat(50) }),
    fc.record({ kind: fc.constant("drop" as const), index: fc.nat(50) }),
    fc.record({ kind: fc.constant("answer" as const), index: fc.nat(50) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let pending: readonly PendingMutation[] = [];
      let last: Replayed | null = null;
      for (const { kind, index } of steps) {
        if (kind === "queue") pending = [...pending, create(pending.length * 60 + index)];
        if (kind === "drop") pending = pending.filter((_, place) => place !== index % Math.max(1, pending.length));
        if (kind === "answer") pending = pending.map((one) => ({ ...one }));
        last = replayOn(last, confirmed, pending);
        expect(last.view).toEqual(replayPending(confirmed, pending));
      }
    }),
  );
});

test("an answer alone does not make another view", () => {
  const pending = [create(1), create(2)];
  const first = replayOn(null, confirmed, pending);
  expect(
    replayOn(
      first,
      confirmed,
      pending.map((one) => ({ ...one })),
    ).view,
  ).toBe(first.view);
});
