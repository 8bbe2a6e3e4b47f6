import type { Comment } from "@kanban/domain/entities";
import { expect, test } from "vitest";
import type { ActivityLine } from "../activity/activity-words.ts";
import { streamEntries } from "./stream-entries.ts";

const at = (minute: number) => `2026-11-29T10:0${minute}:00.000Z`;
const comment = (id: string, minute: number) => ({ id, createdAt: at(minute) }) as Comment;
const line = (id: string, minute: number) => ({ id, at: at(minute) }) as ActivityLine;
const comments = [comment("c1", 1), comment("c2", 3), comment("c3", 3)];
const lines = [line("a3", 3), line("a2", 2), line("a1", 0)];
const idsOf = (filter: Parameters<typeof streamEntries>[2]) =>
  streamEntries(comments, lines, filter).map(({ id }) => id);

test("what was said and what was done stand together, the latest first", () => {
  expect(idsOf("all")).toEqual(["c3", "c2", "a3", "a2", "c1", "a1"]);
});

test("a filter leaves one of both", () => {
  expect(idsOf("comments")).toEqual(["c3", "c2", "c1"]);
  expect(idsOf("activity")).toEqual(["a3", "a2", "a1"]);
});
