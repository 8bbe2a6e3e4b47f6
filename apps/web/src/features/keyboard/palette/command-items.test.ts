import type { BoardView } from "@kanban/domain/board-view";
import type { TaskCard } from "@kanban/domain/entities";
import type { TaskId } from "@kanban/domain/ids";
import { afterEach, expect, test, vi } from "vitest";
import type { FieldChoice } from "../../task/fields/choices/field-choice.ts";
import { mountCommands, type ShortcutHandlers } from "../mounted-commands.ts";
import type { MountedSelection } from "../mounted-selection.ts";
import { commandItems } from "./command-items.ts";
import { pageItems } from "./page-items.tsx";
import { columnItems } from "./place-items.tsx";
import { chosenTasks, oneTask } from "./subject.ts";

const card = (id: string, columnId: string, dueAt: string | null = null) =>
  ({ id, title: `task ${id}`, columnId, dueAt, tagIds: [] }) as unknown as TaskCard;
const column = (id: string, rank: string) => ({ id, name: id, rank, kind: "next" });
const view = {
  columns: { next: column("next", "a0"), doing: column("doing", "a1") },
  tasks: { a: card("a", "next", "2026-11-27"), b: card("b", "doing"), c: card("c", "next") },
} as unknown as BoardView;

const setDue = vi.fn();
const tagChoice: FieldChoice = {
  ...{ label: "Tags", placeholder: "", closesOnChoice: false, onToggle: () => {}, onCreate: null },
  options: ["all", "none", "some"].map((id) => ({ id, name: id })),
  ...{ chosen: ["all"], partly: ["some"] },
};
const selection = (...ids: string[]): MountedSelection => ({
  ...{ taskIds: () => ids as TaskId[], choiceOf: () => tagChoice, setDue, clear: () => {} },
});
const chosen = (...ids: string[]) => chosenTasks(view, selection(...ids))!;
const one = () => oneTask(view, view.tasks["a" as TaskId]!, () => ({}) as never);

const unmounts: (() => void)[] = [];
const mount = (handlers: ShortcutHandlers) =>
  unmounts.push(mountCommands({ layer: "screen", handlers: () => handlers }));
const titlesUnder = (subject: Parameters<typeof commandItems>[1]) =>
  commandItems("screen", subject, () => []).map(({ group, title }) => `${group}: ${title}`);
const nothing = () => {};

afterEach(() => unmounts.splice(0).forEach((unmount) => unmount()));

test("commands for a task are offered for the one in hand, and with none not at all", () => {
  mount({ open: nothing, "edit-title": nothing, tags: nothing, archive: nothing, filter: nothing });
  expect(titlesUnder(null)).toEqual(["Commands: Filter by tag, project, due date…"]);
  expect(titlesUnder(one())).toEqual([
    "Commands: Filter by tag, project, due date…",
    "task a: Open",
    "task a: Edit title",
    "task a: Tags…",
    "task a: Archive",
  ]);
});

test("with a selection every command says how many it acts on, and what is for one alone is left out", () => {
  mount({ open: nothing, "edit-title": nothing, select: nothing, tags: nothing, archive: nothing, trash: nothing });
  expect(titlesUnder(chosen("a", "b"))).toEqual([
    "2 tasks selected: Tags of 2 tasks…",
    "2 tasks selected: Archive 2 tasks",
    "2 tasks selected: Move 2 tasks to trash",
  ]);
  expect(titlesUnder(chosen("a"))).toContain("1 task selected: Archive 1 task");
});

test("tasks that have left the board are not counted, and a selection of nothing is none", () => {
  expect(chosen("a", "gone", "b").tasks.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(chosenTasks(view, selection("gone"))).toBeNull();
});

test("the selection goes by one move to any column that does not hold all of it", () => {
  const move = vi.fn();
  mount({ "move-to": move });
  expect(columnItems(view, one()).map(({ title }) => title)).toEqual(["Move to doing"]);
  expect(columnItems(view, chosen("a", "c")).map(({ title }) => title)).toEqual(["Move 2 tasks to doing"]);
  const items = columnItems(view, chosen("a", "b"));
  expect(items.map(({ title }) => title)).toEqual(["Move 2 tasks to next", "Move 2 tasks to doing"]);
  items[0]?.run();
  expect(move).toHaveBeenCalledWith({ keys: "", move: { taskIds: ["a", "b"], columnId: "next" } });
});

test("a page tells what all have from what some have, and sets all", () => {
  const page = (name: "tags" | "due", ...ids: string[]) =>
    pageItems(name, { view, subject: chosen(...ids), on: "screen" }, "");
  expect(page("tags", "a", "b").map(({ title, isChosen, isPartly }) => [title, isChosen, isPartly])).toEqual([
    ["all", true, false],
    ["none", false, false],
    ["some", false, true],
  ]);
  const due = page("due", "a", "b");
  expect(due.some(({ isChosen }) => isChosen)).toBe(false);
  due.find(({ key }) => key === "due:none")?.run();
  expect(setDue).toHaveBeenCalledWith(null);
  expect(page("due", "b", "c").map(({ key }) => key)).not.toContain("due:none");
});
