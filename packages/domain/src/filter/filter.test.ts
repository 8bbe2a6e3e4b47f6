import fc from "fast-check";
import { expect, test } from "vitest";
import type { TaskCard } from "../entities.ts";
import type { UserId } from "../ids.ts";
import { emptyFilter, type Facet, type Filter, traits, withFacet } from "./filter.ts";
import { formatFilter, parseFilter } from "./filter-in-words.ts";
import { filterMatcher } from "./filter-matcher.ts";

const [tag, gone, context, project, me, other] = ["1", "2", "3", "4", "5", "6"].map(
  (digit) => `${digit.repeat(8)}-0000-7000-8000-000000000000`,
) as [string, string, string, string, UserId, UserId];
const names = {
  board: { key: "HOME", sleepAfterDays: 14 },
  tags: { [tag]: { id: tag, name: "Účty", color: "red" } },
  contexts: { [context]: { id: context, name: "desk" } },
  projects: { [project]: { id: project, name: "Summer trip", color: "blue" } },
  members: { [me]: { userId: me, name: "Vera" }, [other]: { userId: other, name: "Łukasz" } },
  links: {},
  tasks: {},
} as unknown as Parameters<typeof filterMatcher>[1];
const blank = {
  ...{ number: 12, title: "Call the café", contextIds: [], tagIds: [], projectId: null, assigneeIds: [] },
  ...{ priority: "normal", estimateMinutes: null, energy: null, waitingFor: null, dueAt: null, finishedAt: null },
  ...{ enteredColumnAt: "2026-11-20T12:00:00.000Z", hasNotes: false, checklistTotal: 0 },
} as unknown as TaskCard;
const now = Date.parse("2026-11-27T23:30:00.000Z");

function shows(
  asked: string,
  task: Partial<Record<keyof TaskCard, unknown>> = {},
  timeZone = "Europe/Prague",
): boolean {
  const { filter } = parseFilter(new URLSearchParams(asked));
  return filterMatcher(filter, names, { now, timeZone, weekStart: 1, me })({ ...blank, ...task } as TaskCard);
}

const uuids = fc.constantFrom(tag, gone, context);
const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const day = days.map((at) => at.toISOString().slice(0, 10));
const values: Record<Facet, fc.Arbitrary<string>> = {
  tag: fc.oneof(uuids, fc.constant("none")),
  context: uuids,
  project: fc.oneof(uuids, fc.constant("none")),
  assignee: fc.oneof(uuids, fc.constantFrom("me", "none")),
  priority: fc.constantFrom("low", "normal", "high"),
  due: fc.oneof(
    fc.constantFrom("overdue", "today", "week", "none"),
    fc.tuple(day, day).map(([from, to]) => `${from}..${to}`),
    day.map((from) => `${from}..`),
  ),
  is: fc.constantFrom(...traits),
  energy: fc.constantFrom("low", "medium", "high"),
  age: fc.integer({ min: 1, max: 9999 }).map(String),
  estimate: fc.integer({ min: 1, max: 9999 }).map(String),
};
const filters: fc.Arbitrary<Filter> = fc
  .record({
    text: fc.string({ unit: "grapheme", maxLength: 40 }).filter((text) => text.isWellFormed() && text.length <= 200),
    chosen: fc.record(
      Object.fromEntries(
        Object.entries(values).map(([facet, value]) => [facet, fc.array(value, { maxLength: 3 })]),
      ) as Record<Facet, fc.Arbitrary<string[]>>,
    ),
  })
  .map(({ text, chosen }) =>
    (Object.entries(chosen) as [Facet, string[]][]).reduce<Filter>(
      (filter, [facet, next]) => withFacet(filter, facet, next),
      { ...emptyFilter, text },
    ),
  );

test("a filter written into an address is read back as it was, whatever else the address says", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const written = `view=list&${formatFilter(filter).toString()}`;
      expect(parseFilter(new URLSearchParams(written))).toEqual({ filter, ignored: [] });
    }),
  );
});

test("any address can be read, and what was understood reads the same again", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("q", "tag", "due", "age", "is", "x"), fc.string())), (pairs) => {
      const { filter } = parseFilter(new URLSearchParams(pairs));
      expect(parseFilter(formatFilter(filter)).filter).toEqual(filter);
    }),
  );
});

test("values nobody knows are ignored and named", () => {
  const { filter, ignored } = parseFilter(new URLSearchParams("due=soon&due=today&priority=urgent&age=0"));
  expect(filter).toEqual({ text: "", values: { due: ["today"] } });
  expect(ignored.map(({ value }) => value)).toEqual(["urgent", "soon", "0"]);
});

test("every word has to be somewhere on the card; case and accents do not matter", () => {
  expect(shows("q=CAFE+home-12")).toBe(true);
  expect(shows("q=café+tea")).toBe(false);
  const labelled = { tagIds: [tag], contextIds: [context], projectId: project, assigneeIds: [other] };
  expect(shows("q=ucty+%40desk+summer+lukasz", labelled)).toBe(true);
  expect(shows("q=ucty")).toBe(false);
});

test("a renamed label is found under its new name", () => {
  const task = { ...blank, tagIds: [tag] } as unknown as TaskCard;
  const asked = { text: "bills", values: {} };
  const asker = { now, timeZone: "UTC", weekStart: 1, me };
  expect(filterMatcher(asked, names, asker)(task)).toBe(false);
  const renamed = { ...names, tags: { [tag]: { id: tag, name: "Bills" } } } as unknown as typeof names;
  expect(filterMatcher(asked, renamed, asker)(task)).toBe(true);
});

test("values of one facet are alternatives, facets all have to hold", () => {
  expect(shows(`tag=${tag}&tag=none`)).toBe(true);
  expect(shows(`tag=${tag}&tag=none`, { tagIds: [tag] })).toBe(true);
  expect(shows(`tag=${tag}&priority=high`, { tagIds: [tag] })).toBe(false);
  expect(shows("assignee=me", { assigneeIds: [me] })).toBe(true);
  expect(shows("assignee=me", { assigneeIds: [other] })).toBe(false);
});

test("a label that is gone asks nothing", () => {
  expect(shows(`tag=${gone}`)).toBe(true);
  expect(shows(`tag=${gone}&tag=${tag}`)).toBe(false);
});

test("today, this week and overdue are the asker's, wherever the asker is", () => {
  // 27 November 23:30 in London is the 28th, a Saturday, in Prague.
  expect(shows("due=today", { dueAt: "2026-11-28" })).toBe(true);
  expect(shows("due=today", { dueAt: "2026-11-28" }, "UTC")).toBe(false);
  expect(shows("due=today", { dueAt: "2026-11-27T23:00:00.000Z" })).toBe(true);
  expect(shows("due=today", { dueAt: "2026-11-27T22:59:00.000Z" })).toBe(false);
  expect(shows("due=week", { dueAt: "2026-11-29" })).toBe(true);
  expect(shows("due=week", { dueAt: "2026-11-30" })).toBe(false);
  expect(shows("due=overdue", { dueAt: "2026-11-27" })).toBe(true);
  expect(shows("due=overdue", { dueAt: "2026-11-28" })).toBe(false);
  expect(shows("due=overdue", { dueAt: "2026-11-27", finishedAt: "2026-11-26T10:00:00.000Z" })).toBe(false);
  expect(shows("due=none")).toBe(true);
});

test("a range of days holds its borders, over a clock change too", () => {
  // Prague leaves summer time on 25 October 2026: that day has 25 hours.
  const lastHour = { dueAt: "2026-10-25T22:59:00.000Z" };
  expect(shows("due=2026-10-25..2026-10-25", lastHour)).toBe(true);
  expect(shows("due=2026-10-25..2026-10-25", { dueAt: "2026-10-25T23:00:00.000Z" })).toBe(false);
  expect(shows("due=2026-10-26..", lastHour)).toBe(false);
});

test("age, staleness and estimates count in days and minutes", () => {
  expect(shows("age=7")).toBe(true);
  expect(shows("age=8")).toBe(false);
  expect(shows("is=stale")).toBe(false);
  expect(shows("is=stale", { enteredColumnAt: "2026-11-01T12:00:00.000Z" })).toBe(true);
  expect(shows("estimate=30", { estimateMinutes: 30 })).toBe(true);
  expect(shows("estimate=30")).toBe(false);
});

test("the words of a card are read once, until it or a name on it is another", () => {
  const titles: number[] = [];
  const tasks = Array.from({ length: 5_000 }, (_, number) => ({
    ...{ ...blank, number, tagIds: [tag] as TaskCard["tagIds"] },
    get title() {
      titles.push(number);
      return `Öffne Nummer ${number}`;
    },
  }));
  const found = (text: string, on = names) =>
    tasks.filter(filterMatcher({ ...emptyFilter, text }, on, { now, timeZone: "UTC", weekStart: 1, me })).length;
  expect(["offne 99", "#ucty 4999", "nothing"].map((text) => found(text))).toEqual([95, 1, 0]);
  expect(titles.length).toBe(tasks.length);
  const renamed = { ...names, tags: { [tag]: { id: tag, name: "Bills", color: "red" } } } as typeof names;
  expect(["#ucty", "#bills"].map((text) => found(text, renamed))).toEqual([0, 5_000]);
  expect(titles.length).toBe(2 * tasks.length);
});

test("blocked is an open task that another open task of the board blocks", () => {
  const [one, two, three] = ["a", "b", "c"].map((id) => ({ ...blank, id }) as unknown as TaskCard) as [
    TaskCard,
    TaskCard,
    TaskCard,
  ];
  const done = { ...three, finishedAt: "2026-11-20T12:00:00.000Z" };
  const blocks = (from: TaskCard, to: TaskCard) => ({ kind: "blocks", fromId: from.id, toId: to.id });
  const blocked = (links: object[], tasks: TaskCard[]) => {
    const board = {
      ...names,
      links: Object.fromEntries(links.entries()),
      tasks: Object.fromEntries(tasks.map((task) => [task.id, task])),
    };
    const asker = { now, timeZone: "UTC", weekStart: 1, me };
    const matches = filterMatcher(withFacet(emptyFilter, "is", ["blocked"]), board as unknown as typeof names, asker);
    return tasks.filter(matches).map(({ id }) => id);
  };
  expect(blocked([blocks(one, two), blocks(two, three)], [one, two, three])).toEqual(["b", "c"]);
  expect(blocked([blocks(one, two), blocks(two, three)], [one, two, done])).toEqual(["b"]);
  expect(blocked([blocks(done, two)], [done, two])).toEqual([]);
  expect(blocked([{ ...blocks(one, two), kind: "relates" }, blocks(three, one)], [one, two])).toEqual([]);
});
