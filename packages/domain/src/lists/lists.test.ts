import fc from "fast-check";
import { expect, test } from "vitest";
import type { BoardView } from "../board-view.ts";
import { columnKinds } from "../column-kind.ts";
import type { Column, Project, TaskCard } from "../entities.ts";
import type { Now } from "../today/next-action.ts";
import { addressIn, calledName } from "./address-in.ts";
import { groupDeferred, listDeferred } from "./list-deferred.ts";
import { countInbox, listInbox } from "./list-inbox.ts";
import { listNext } from "./list-next.ts";
import { listProjects } from "./list-projects.ts";
import { listSomeday } from "./list-someday.ts";
import { groupWaiting, listWaiting } from "./list-waiting.ts";

const now: Now = { at: new Date("2026-11-29T10:00:00.000Z"), day: "2026-11-29", timeZone: "Europe/Prague" };

const moments = fc.constantFrom(
  null,
  "2026-11-28",
  "2026-11-30",
  "2026-12-04",
  "2027-03-01",
  "2026-11-29T09:00:00.000Z",
  "2026-11-29T22:30:00.000Z",
);
const cards: fc.Arbitrary<Partial<TaskCard>> = fc.record({
  columnId: fc.constantFrom(...columnKinds),
  priority: fc.constantFrom("low", "normal", "high"),
  estimateMinutes: fc.constantFrom(null, 5),
  dueAt: moments,
  deferUntil: moments,
  waitingFor: fc.option(
    fc.record({
      who: fc.constantFrom("", "Bob", "bob ", "BOB", "Ann <ann@example.com>"),
      since: fc.constantFrom("2026-11-01T10:00:00.000Z", "2026-11-20T10:00:00.000Z"),
      followUpOn: fc.constantFrom(null, "2026-11-27", "2026-11-28", "2026-11-29", "2026-12-24"),
    }),
  ),
  finishedAt: fc.constantFrom(null, null, "2026-11-28T10:00:00.000Z"),
  enteredColumnAt: fc.constantFrom("2026-11-02T10:00:00.000Z", "2026-11-29T09:30:00.000Z"),
  projectId: fc.constantFrom(null, "p1", "p2"),
}) as unknown as fc.Arbitrary<Partial<TaskCard>>;

const project = (id: string, fields: Partial<Project> = {}) => ({ id, name: id, status: "active", ...fields });

/** A board with a column of each kind, whose id is its kind. */
function boardWith(tasks: Partial<TaskCard>[], fields: Record<string, unknown> = {}): BoardView {
  const cardsById = tasks.map((task, n) => {
    const card = {
      ...{ id: `t${n}`, title: `t${n}`, columnId: "next", contextIds: [], projectId: null, priority: "normal" },
      ...{ dueAt: null, deferUntil: null, waitingFor: null, finishedAt: null, estimateMinutes: null },
      ...{ capturedAt: "2026-11-01T10:00:00.000Z", enteredColumnAt: "2026-11-01T10:00:00.000Z" },
      ...task,
    };
    return [card.id, card];
  });
  return {
    board: { id: "b1", name: "Home" },
    role: "owner",
    columns: Object.fromEntries(columnKinds.map((kind) => [kind, { id: kind, kind }])) as unknown as Column[],
    tasks: Object.fromEntries(cardsById),
    contexts: {},
    projects: { p1: project("p1"), p2: project("p2", { status: "someday" }) },
    ...fields,
  } as unknown as BoardView;
}
const titles = (listed: readonly { task: TaskCard }[]) => listed.map(({ task }) => task.title);
const inColumn = (kind: string, fields: Partial<TaskCard>) => ({ ...fields, columnId: kind as TaskCard["columnId"] });

test("every open task is in exactly one list, and no finished one in any", () => {
  fc.assert(
    fc.property(fc.array(cards, { maxLength: 25 }), (tasks) => {
      const view = boardWith(tasks);
      const listed = [listInbox, listNext, listWaiting, listSomeday, listDeferred].flatMap((list) => list([view], now));
      const isStarted = (id: string) => {
        const task = view.tasks[id as keyof typeof view.tasks]!;
        return (task.columnId as string) === "doing" && task.waitingFor === null;
      };
      const ids = listed.map(({ task }) => task.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const task of Object.values<TaskCard>(view.tasks)) {
        const isDone = task.finishedAt !== null || (task.columnId as string) === "done";
        if (ids.includes(task.id)) expect(isDone).toBe(false);
        else expect(isDone || isStarted(task.id)).toBe(true);
      }
      expect(countInbox(view, now)).toBe(listInbox([view], now).length);
    }),
  );
});

test("groups lose and double nothing, and late follow-ups come before all others", () => {
  fc.assert(
    fc.property(fc.array(cards, { maxLength: 25 }), (tasks) => {
      const waiting = listWaiting([boardWith(tasks)], now);
      const isLate = waiting.map(({ followUp }) => followUp === "overdue");
      expect(isLate.toSorted((a, b) => Number(b) - Number(a))).toEqual(isLate);
      const groups = groupWaiting(waiting);
      expect(groups.flatMap((group) => titles(group.tasks)).toSorted()).toEqual(titles(waiting).toSorted());
      expect(groups.findIndex(({ name }) => name === null)).toBe(
        groups.some(({ name }) => name === null) ? groups.length - 1 : -1,
      );
      for (const { days } of waiting) expect(days).toBeGreaterThanOrEqual(0);
      const deferred = listDeferred([boardWith(tasks)], now);
      expect(groupDeferred(deferred).flatMap((group) => titles(group.tasks))).toEqual(titles(deferred));
    }),
  );
});

test("one person is one group, however the name is written; ages count days of the calendar", () => {
  const waitingFor = (who: string, followUpOn: string | null = null, since = "2026-11-20T10:00:00.000Z") => ({
    ...{ who, followUpOn, since },
  });
  const waiting = listWaiting(
    [
      boardWith([
        inColumn("waiting", { title: "fresh", waitingFor: waitingFor("Ann", null, "2026-11-28T22:30:00.000Z") }),
        inColumn("waiting", { title: "old", waitingFor: waitingFor("Bob") }),
        inColumn("next", { title: "late", waitingFor: waitingFor(" bob", "2026-11-28") }),
        inColumn("waiting", { title: "column became waiting" }),
      ]),
    ],
    now,
  );
  expect(waiting.map(({ task, days, followUp }) => [task.title, days, followUp])).toEqual([
    ["late", 9, "overdue"],
    ["column became waiting", 28, "none"],
    ["old", 9, "none"],
    ["fresh", 1, "none"],
  ]);
  expect(groupWaiting(waiting).map(({ name, tasks }) => [name, titles(tasks)])).toEqual([
    ["bob", ["late", "old"]],
    ["Ann", ["fresh"]],
    [null, ["column became waiting"]],
  ]);
});

test("a project is stalled while it is active and nothing of it is next, in work or waited for", () => {
  const stalled = (tasks: Partial<TaskCard>[], status: Project["status"] = "active") => {
    const view = boardWith(
      tasks.map((task) => ({ ...task, projectId: "p1" as TaskCard["projectId"] })),
      { projects: { p1: project("p1", { status }) } },
    );
    return listProjects([view], now)[0]!.isStalled;
  };
  expect(stalled([])).toBe(true);
  expect(stalled([], "someday")).toBe(false);
  expect(stalled([], "finished")).toBe(false);
  for (const kind of columnKinds)
    expect(stalled([inColumn(kind, {})]), kind).toBe(!["next", "doing", "waiting"].includes(kind));
  expect(stalled([inColumn("next", { finishedAt: "2026-11-28T10:00:00.000Z" })])).toBe(true);
  expect(stalled([inColumn("next", { deferUntil: "2026-12-24" })])).toBe(false);
});

test("adding a task never stalls a project, and its counts are those of its tasks", () => {
  fc.assert(
    fc.property(fc.array(cards, { maxLength: 15 }), cards, (tasks, more) => {
      const before = listProjects([boardWith(tasks)], now);
      const after = listProjects([boardWith([...tasks, more])], now);
      for (const {
        project: { id },
        isStalled,
      } of after)
        if (isStalled) expect(before.find((each) => each.project.id === id)?.isStalled).toBe(true);
      for (const {
        project: { id },
        open,
        done,
        next,
        waiting,
      } of before) {
        expect(open + done).toBe(tasks.filter(({ projectId }) => projectId === id).length);
        expect(next.length + waiting).toBeLessThanOrEqual(open);
      }
    }),
  );
});

test("what is put off stands under how soon it comes back", () => {
  const at = (deferUntil: string) => inColumn("next", { title: deferUntil, deferUntil });
  const days = ["2027-06-01", "2026-12-20", "2026-12-06", "2026-11-30", "2026-11-29T22:00:00.000Z"];
  const groups = groupDeferred(listDeferred([boardWith(days.map(at))], now));
  expect(groups.map(({ span, tasks }) => [span, titles(tasks)])).toEqual([
    ["today", ["2026-11-29T22:00:00.000Z"]],
    ["tomorrow", ["2026-11-30"]],
    ["week", ["2026-12-06"]],
    ["month", ["2026-12-20"]],
    ["later", ["2027-06-01"]],
  ]);
});

test("of a board one only reads there is nothing to clarify", () => {
  const tasks = [inColumn("inbox", {})];
  expect(countInbox(boardWith(tasks), now)).toBe(1);
  expect(countInbox(boardWith(tasks, { role: "viewer" }), now)).toBe(0);
});

test("an address is found where there is one, and its owner has a name", () => {
  expect(addressIn("Bob <bob@example.com>")).toBe("bob@example.com");
  expect(addressIn("bob@example.com")).toBe("bob@example.com");
  expect(addressIn("Bob, bob.b+x@mail.example.co.uk")).toBe("bob.b+x@mail.example.co.uk");
  for (const who of ["Bob", "@bob", "bob@home", "the plumber @ 5"]) expect(addressIn(who), who).toBeNull();
  expect(calledName("Bob B. <bob@example.com>")).toBe("Bob B.");
  expect(calledName("bob@example.com")).toBe("bob");
  expect(calledName(" the plumber ")).toBe("the plumber");
});
