import { allHints } from "@kanban/domain/hint/fold-hints";
import { orderedColumns, tasksInColumn } from "@kanban/domain/board-view";
import { defaultColumns, isInProgress } from "@kanban/domain/column-kind";
import { changePayloads } from "@kanban/domain/change";
import type { TaskCard } from "@kanban/domain/entities";
import type { BoardId, ColumnId, MutationId, UserId } from "@kanban/domain/ids";
import { evenRanks, type Rank } from "@kanban/domain/rank";
import { expect, test } from "vitest";
import { day } from "./episode.ts";
import { parseWords } from "./parse-words.ts";
import { randomFrom } from "./random.ts";
import { replayTimeline } from "./replay-timeline.ts";
import { demoTimeline } from "./timeline.ts";

const now = Date.UTC(2026, 10, 22, 10, 30);

function play(seed: string, at = now) {
  const random = randomFrom(seed);
  const ranks = evenRanks(defaultColumns.length);
  const columns = defaultColumns.map((column, index) => ({
    ...column,
    id: random.id<ColumnId>(at),
    contextId: null,
    rank: ranks[index] as Rank,
  }));
  const boardId = random.id<BoardId>(at);
  const board = {
    id: boardId,
    name: "Home",
    key: "HOME",
    wipPolicy: "block" as const,
    sleepAfterDays: 14,
    isDemo: true,
    hints: allHints,
  };
  const owner = { userId: random.id<UserId>(at), name: "Alex", role: "owner" as const };
  const timeline = demoTimeline(seed, boardId, columns, at);
  const mutationId = random.id<MutationId>(at);
  const created = {
    at: at - 92 * day,
    mutationId,
    change: { type: "board.created" as const, payload: { board, columns, owner } },
  };
  return { timeline, ...replayTimeline(created, timeline) };
}

test("the same seed tells the same story, another seed another", () => {
  expect(play("one").events).toEqual(play("one").events);
  expect(play("one").events).not.toEqual(play("two").events);
});

test.each([
  ["spring", Date.UTC(2026, 2, 29, 1, 59)],
  ["new year", Date.UTC(2027, 0, 1)],
  ["noon", now],
  ["leap day", Date.UTC(2028, 1, 29, 23, 59)],
])("the story is never refused and never from the future (%s)", (seed, at) => {
  const { events } = play(seed, at);
  expect(events.length).toBeGreaterThan(600);
  for (const [index, event] of events.entries()) {
    expect(event.seq).toBe(index + 1);
    expect(event.at).toBeLessThan(at);
    expect(event.at).toBeGreaterThanOrEqual(events[index - 1]?.at ?? 0);
    expect(changePayloads[event.change.type].safeParse(event.change.payload).success).toBe(true);
  }
});

test("the board looks like somebody's week: some in every column, Doing within its limit", () => {
  const { view } = play("one");
  const counts = Object.fromEntries(
    orderedColumns(view).map((column) => [column.kind, tasksInColumn(view, column.id).length]),
  );
  expect(counts).toMatchObject({ inbox: 7, next: 9, doing: 2, waiting: 4, someday: 10 });
  expect(counts["done"]).toBeGreaterThanOrEqual(4);
  const inProgress = orderedColumns(view)
    .filter((column) => isInProgress(column.kind))
    .map((column) => column.id);
  for (const task of Object.values<TaskCard>(view.tasks)) {
    if (inProgress.includes(task.columnId)) expect(task.finishedAt).toBeNull();
  }
});

test("ninety days of flow: enough finished tasks, with cycle times from hours to days", () => {
  const finished = new Map<string, number>();
  for (const { change } of play("one").events) {
    if (change.type !== "task.moved" || change.payload.to.kind !== "done") continue;
    const { startedAt, finishedAt } = change.payload.after;
    if (startedAt && finishedAt) finished.set(change.payload.taskId, Date.parse(finishedAt) - Date.parse(startedAt));
  }
  const days = [...finished.values()].map((ms) => ms / day).sort((a, b) => a - b);
  expect(days.length).toBeGreaterThan(70);
  expect(days[0]).toBeLessThan(0.3);
  expect(days.at(-1)).toBeGreaterThan(2);
  expect(days.every((length) => length > 0 && length < 30)).toBe(true);
});

test("marks are taken off the words", () => {
  expect(parseWords("Choose the island @desk #family +Summer trip ~60")).toEqual({
    title: "Choose the island",
    contexts: ["desk"],
    tags: ["family"],
    project: "Summer trip",
    estimateMinutes: 60,
  });
  expect(parseWords("Family choir? #family").title).toBe("Family choir?");
});
