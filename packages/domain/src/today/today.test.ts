import fc from "fast-check";
import { expect, test } from "vitest";
import type { ColumnKind } from "../column-kind.ts";
import type { TaskCard } from "../entities.ts";
import { groupTasks } from "../lists/group-tasks.ts";
import { isBack } from "../lists/list-of.ts";
import type { ListedTask } from "../lists/listed-task.ts";
import { isForToday } from "./is-for-today.ts";
import { compareToday, listToday } from "./list-today.ts";
import { dayInZone, dayOfMoment, daysSince, nextDay } from "./local-day.ts";
import { isDeferred, type Now, urgencyOf } from "./next-action.ts";
import { fitsToday, noTodayFilter } from "./today-filter.ts";

const at = new Date("2026-11-29T10:00:00.000Z");
const now: Now = { at, day: "2026-11-29", timeZone: "Europe/Prague" };
const kinds: ColumnKind[] = ["inbox", "next", "doing", "waiting", "someday", "done"];
const moments = fc.constantFrom(
  null,
  "2026-11-28",
  "2026-11-29",
  "2026-11-30",
  "2026-11-29T09:00:00.000Z",
  "2026-11-29T22:30:00.000Z",
  "2026-11-29T23:30:00.000Z",
);
const cards = fc.record({
  id: fc.uuid(),
  priority: fc.constantFrom("low", "normal", "high"),
  estimateMinutes: fc.constantFrom(null, 5, 15, 60),
  energy: fc.constantFrom(null, "low", "medium", "high"),
  dueAt: moments,
  deferUntil: moments,
  waitingFor: fc.constantFrom(null, { who: "Bob", since: "2026-11-20T10:00:00.000Z", followUpOn: null }),
  finishedAt: fc.constantFrom(null, "2026-11-28T10:00:00.000Z"),
  capturedAt: fc.constantFrom("2026-11-01T10:00:00.000Z", "2026-11-02T10:00:00.000Z"),
  enteredColumnAt: fc.constantFrom("2026-11-02T10:00:00.000Z", "2026-11-29T09:30:00.000Z"),
  contextIds: fc.constantFrom([], ["c1"], ["c2", "c1"]),
  projectId: fc.constantFrom(null, "p1"),
}) as unknown as fc.Arbitrary<TaskCard>;

const view = (tasks: TaskCard[], kind: ColumnKind) =>
  ({
    board: { id: "b1", name: "Home" },
    columns: { k1: { id: "k1", kind } },
    tasks: Object.fromEntries(tasks.map((task) => [task.id, { ...task, columnId: "k1" }])),
    contexts: { c1: { id: "c1", name: "desk" }, c2: { id: "c2", name: "phone" } },
    projects: { p1: { id: "p1", name: "Garden" } },
  }) as unknown as ListedTask["view"];

const card = (fields: Partial<TaskCard>) =>
  ({
    ...{ id: "t", dueAt: null, deferUntil: null, waitingFor: null, finishedAt: null },
    enteredColumnAt: "2026-11-20T10:00:00.000Z",
    ...fields,
  }) as TaskCard;

test("a next or started task is for today unless it waits or is put off", () => {
  for (const kind of kinds) expect(isForToday(card({}), { kind }, now), kind).toBe(kind === "next" || kind === "doing");
  expect(isForToday(card({ deferUntil: "2026-11-30" }), { kind: "next" }, now)).toBe(false);
  expect(isForToday(card({ deferUntil: "2026-11-29" }), { kind: "next" }, now)).toBe(true);
  const waitingFor = { who: "Bob", since: at.toISOString(), followUpOn: null };
  expect(isForToday(card({ waitingFor }), { kind: "next" }, now)).toBe(false);
});

test("what was put off comes back into sight where nobody looks daily, until it is moved or its day is taken off", () => {
  const back = card({ deferUntil: "2026-11-28" });
  for (const kind of kinds) expect(isForToday(back, { kind }, now), kind).toBe(!["inbox", "done"].includes(kind));
  const movedSince = { ...back, enteredColumnAt: "2026-11-28T08:00:00.000Z" };
  expect(isForToday(movedSince, { kind: "someday" }, now)).toBe(false);
  expect(isForToday({ ...back, deferUntil: null }, { kind: "someday" }, now)).toBe(false);
  expect(isForToday({ ...back, deferUntil: "2026-11-30" }, { kind: "someday" }, now)).toBe(false);
  expect(isBack(card({ deferUntil: "2026-11-29T09:59:00.000Z" }), now)).toBe(true);
  expect(isBack(card({ deferUntil: "2026-11-29T10:01:00.000Z" }), now)).toBe(false);
});

test("what is due is for today wherever it stands, until it is done", () => {
  for (const kind of kinds)
    expect(isForToday(card({ dueAt: "2026-11-28" }), { kind }, now), kind).toBe(kind !== "done");
  expect(isForToday(card({ dueAt: "2026-11-30" }), { kind: "someday" }, now)).toBe(false);
});

test("the day is the person's: half past eleven at night in London is tomorrow in Prague", () => {
  expect(dayOfMoment("2026-11-29T23:30:00.000Z", "Europe/Prague")).toBe("2026-11-30");
  expect(urgencyOf({ dueAt: "2026-11-29T22:30:00.000Z" }, now)).toBe("today");
  expect(urgencyOf({ dueAt: "2026-11-29T23:30:00.000Z" }, now)).toBe("none");
  expect(urgencyOf({ dueAt: "2026-11-29T09:00:00.000Z" }, now)).toBe("overdue");
  expect(urgencyOf({ dueAt: "2026-11-29" }, now)).toBe("today");
  expect(dayInZone(new Date("2026-11-29T10:30:00Z"), "Pacific/Auckland")).toBe("2026-11-29");
  expect(dayInZone(new Date("2026-11-29T11:30:00Z"), "Pacific/Auckland")).toBe("2026-11-30");
  expect([nextDay("2026-12-31"), nextDay("2028-02-28"), nextDay("2026-03-29")]).toEqual([
    "2027-01-01",
    "2028-02-29",
    "2026-03-30",
  ]);
  expect(daysSince("2026-11-28T23:30:00.000Z", now)).toBe(0);
  expect(daysSince("2026-11-28T22:30:00.000Z", now)).toBe(1);
  expect(daysSince("2026-12-01T10:00:00.000Z", now)).toBe(0);
});

test("overdue before due today before important before short before old", () => {
  const order = (tasks: Partial<TaskCard>[]) =>
    listToday(
      [
        view(
          tasks.map((task, n) =>
            card({
              id: String(n),
              priority: "normal",
              estimateMinutes: null,
              capturedAt: "2026-11-02T10:00:00.000Z",
              contextIds: [],
              ...task,
            } as Partial<TaskCard>),
          ),
          "next",
        ),
      ],
      now,
    ).map(({ task }) => task.title);
  expect(
    order([
      { title: "plain" },
      { title: "older", capturedAt: "2026-11-01T10:00:00.000Z" },
      { title: "short", estimateMinutes: 5 },
      { title: "high", priority: "high" },
      { title: "low", priority: "low", estimateMinutes: 1 },
      { title: "today", dueAt: "2026-11-29" },
      { title: "overdue", dueAt: "2026-11-28", priority: "low" },
    ]),
  ).toEqual(["overdue", "today", "high", "short", "older", "plain", "low"]);
});

test("the order is total, and groups lose and double nothing", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(cards, { selector: (task) => task.id, maxLength: 30 }),
      fc.constantFrom(...kinds),
      (tasks, kind) => {
        const listed = listToday([view(tasks, kind)], now);
        expect(listed.length).toBe(tasks.filter((task) => isForToday(task, { kind }, now)).length);
        for (const a of listed)
          for (const b of listed) expect(Math.sign(compareToday(a, b)) + Math.sign(compareToday(b, a))).toBe(0);
        for (const by of ["context", "board", "project"] as const) {
          const grouped = groupTasks(listed, by).flatMap((group) => group.tasks);
          expect(grouped.map(({ task }) => task.id).sort()).toEqual(listed.map(({ task }) => task.id).sort());
        }
        for (const { task, urgency } of listed) if (urgency === "none") expect(isDeferred(task, now)).toBe(false);
      },
    ),
  );
});

test("having more never hides a task", () => {
  fc.assert(
    fc.property(cards, fc.constantFrom(15, 30, 60), fc.constantFrom("low", "medium"), (task, minutes, energy) => {
      if (fitsToday(task, [], { minutes, energy, contexts: [] })) {
        expect(fitsToday(task, [], { minutes: minutes * 2, energy: "high", contexts: [] })).toBe(true);
        expect(fitsToday(task, [], noTodayFilter)).toBe(true);
      }
    }),
  );
  expect(
    fitsToday(card({ estimateMinutes: null, energy: null }), ["desk"], { minutes: 15, energy: null, contexts: [] }),
  ).toBe(false);
  expect(
    fitsToday(card({ estimateMinutes: 15, energy: null }), ["desk"], {
      minutes: 15,
      energy: "low",
      contexts: ["desk"],
    }),
  ).toBe(true);
  expect(
    fitsToday(card({ estimateMinutes: 15, energy: null }), ["desk"], { ...noTodayFilter, contexts: ["phone"] }),
  ).toBe(false);
});
