import { describe, expect, test } from "vitest";
import type { ChecklistItem, Hint, HintValue } from "../entities.ts";
import type { BoardId, ChecklistItemId, HintId, MutationId, ProjectId, TagId, TaskId } from "../ids.ts";
import { limits } from "../limits.ts";
import { rankBetween } from "../rank.ts";
import { hintsToApply } from "./hints-to-apply.ts";
import { type HintedTask, isHintIdle, planHintApply } from "./plan-hint.ts";

const now = "2026-11-22T09:00:00.000Z";
const id = <Id>(n: number): Id => `01936a00-0000-7000-8000-${String(n).padStart(12, "0")}` as Id;
const task: HintedTask = {
  id: id<TaskId>(1),
  version: 4,
  notesVersion: 2,
  title: "https://example.org/a",
  notes: "as it was",
  contextIds: [],
  tagIds: [id<TagId>(7)],
  projectId: null,
  assigneeIds: [],
  priority: "normal",
  estimateMinutes: null,
  energy: null,
  waitingFor: null,
  deferUntil: null,
  dueAt: null,
  needsBreakdown: false,
};
const boardId = id<BoardId>(2);
const mutationId = id<MutationId>(3);
const link: HintValue = {
  kind: "link",
  url: "https://example.org/a",
  title: "All [about] it",
  site: "Example",
  minutes: 3,
  extract: "# no heading\n<b>no mark-up</b>",
};

function hintOf(value: HintValue, n = 9): Hint {
  const evidence = { field: "notes" as const, text: "as it was", start: 0, end: 9 };
  return {
    id: id<HintId>(n),
    taskId: task.id,
    agent: "a",
    value,
    evidence,
    confidence: 0.5,
    state: "proposed",
    proposedAt: now,
  };
}

const ids = (count: number) => Array.from({ length: count }, (_, n) => id<ChecklistItemId>(100 + n));
const item = (n: number, rank: ChecklistItem["rank"]): ChecklistItem => ({
  id: id<ChecklistItemId>(n),
  text: `Item ${n}`,
  isDone: false,
  rank,
});

function apply(
  value: HintValue,
  more: {
    on?: Partial<HintedTask>;
    checklist?: ChecklistItem[];
    hints?: Hint[];
    edited?: HintValue;
    itemIds?: ChecklistItemId[];
  } = {},
) {
  const { on, checklist = [], hints = [], edited, itemIds = ids(20) } = more;
  const input = { boardId, mutationId, value: edited, itemIds };
  return planHintApply({ task: { ...task, ...on }, checklist, hint: hintOf(value), hints, input, now });
}

const after = (value: HintValue, on?: Partial<HintedTask>) =>
  apply(value, on ? { on } : {}).flatMap(({ type, payload }) => (type === "task.updated" ? [payload.after] : []))[0];

describe("applying a hint", () => {
  test.each<[HintValue, object]>([
    [{ kind: "due-date", dueAt: "2026-12-01" }, { dueAt: "2026-12-01" }],
    [{ kind: "defer-date", deferUntil: "2026-12-01" }, { deferUntil: "2026-12-01" }],
    [{ kind: "tag", tagId: id<TagId>(5) }, { tagIds: [id(5), id(7)] }],
    [{ kind: "project", projectId: id<ProjectId>(6) }, { projectId: id(6) }],
    [{ kind: "estimate", minutes: 30, low: 20, high: 45, basedOn: 8 }, { estimateMinutes: 30 }],
    [{ kind: "title", title: "Read it" }, { title: "Read it" }],
    [{ kind: "summary", text: "Short." }, { notes: "Short.\n\nas it was" }],
    [{ kind: "questions", items: ["Who?", "When?"] }, { notes: "- Who?\n- When?\n\nas it was" }],
    [
      { kind: "waiting", who: "the bank", followUpOn: "2026-12-01" },
      { waitingFor: { who: "the bank", since: now, followUpOn: "2026-12-01" } },
    ],
  ])("%j sets its field and nothing else", (value, expected) => {
    expect(after(value)).toEqual(expected);
  });

  test("of a link keeps the page's words as words, and its title where there was only the link", () => {
    const fields = after(link);
    expect(fields?.title).toBe("All [about] it");
    expect(fields?.notes).toBe(
      "[All \\[about\\] it](<https://example.org/a>) · Example · 3 min\n\n> \\# no heading\n>\n> \\<b\\>no mark\\-up\\</b\\>\n\nas it was",
    );
    expect(after(link, { title: "Read https://example.org/a", notes: "as it was" })?.title).toBeUndefined();
  });

  test("of a list adds its items at the end, of a next action one at the top, each a version of its own", () => {
    const checklist = [item(50, rankBetween(null, null))];
    const listed = apply({ kind: "checklist", items: ["One", "Two"] }, { checklist });
    expect(listed.map(({ type }) => type)).toEqual([
      "checklist-item.created",
      "checklist-item.created",
      "hint.decided",
    ]);
    expect(listed.slice(0, 2).map(({ payload }) => "version" in payload && payload.version)).toEqual([5, 6]);
    const ranks = listed.flatMap((change) =>
      change.type === "checklist-item.created" ? [change.payload.item.rank] : [],
    );
    expect([checklist[0]!.rank, ...ranks]).toEqual([checklist[0]!.rank, ...ranks].toSorted());
    const [first] = apply({ kind: "next-action", text: "Call" }, { checklist });
    expect(first?.type === "checklist-item.created" && first.payload.item.rank < checklist[0]!.rank).toBe(true);
  });

  test("of a duplicate is the decision alone", () => {
    const changes = apply({ kind: "duplicate", otherTaskId: id<TaskId>(30) });
    expect(changes.map(({ type }) => type)).toEqual(["hint.decided"]);
  });

  test("together takes the surest of a kind a task has once, every one of the others, and never ends the task", () => {
    const of = (value: HintValue, n: number, confidence: number): Hint => ({ ...hintOf(value, n), confidence });
    const hints = [
      of({ kind: "due-date", dueAt: "2026-12-01" }, 20, 0.6),
      of({ kind: "due-date", dueAt: "2026-12-02" }, 21, 0.9),
      of({ kind: "due-date", dueAt: "2026-12-03" }, 22, 0.9),
      of({ kind: "tag", tagId: id<TagId>(5) }, 23, 0.2),
      of({ kind: "tag", tagId: id<TagId>(6) }, 24, 0.2),
      of({ kind: "duplicate", otherTaskId: id<TaskId>(30) }, 25, 1),
    ];
    expect(hintsToApply(hints).map(({ id: hintId }) => hintId)).toEqual([id(21), id(23), id(24)]);
  });

  test("takes what it was edited to, of the same kind only", () => {
    const value: HintValue = { kind: "title", title: "Read it" };
    const [change] = apply(value, { edited: { kind: "title", title: "Read it twice" } });
    expect(change).toMatchObject({ payload: { after: { title: "Read it twice" } } });
    expect(() => apply(value, { edited: { kind: "due-date", dueAt: "2026-12-01" } })).toThrow("HINT_OUTDATED");
  });

  test("ends rivals of a kind a task has once, not of a kind it has many of", () => {
    const due = hintOf({ kind: "due-date", dueAt: "2026-12-02" }, 10);
    const tag = hintOf({ kind: "tag", tagId: id<TagId>(8) }, 11);
    const states = (value: HintValue) =>
      apply(value, { hints: [due, tag] }).flatMap((change) =>
        change.type === "hint.decided" ? [change.payload.state] : [],
      );
    expect(states({ kind: "due-date", dueAt: "2026-12-01" })).toEqual(["applied", "superseded"]);
    expect(states({ kind: "tag", tagId: id<TagId>(5) })).toEqual(["applied"]);
  });

  test("is refused where a limit would be passed or ids are missing", () => {
    const tagIds = Array.from({ length: limits.labelsPerTask }, (_, n) => id<TagId>(200 + n));
    expect(() => apply({ kind: "tag", tagId: id<TagId>(5) }, { on: { tagIds } })).toThrow("LIMIT_REACHED");
    const checklist = Array.from({ length: limits.checklistItemsPerTask }, (_, n) =>
      item(300 + n, rankBetween(null, null)),
    );
    expect(() => apply({ kind: "next-action", text: "Call" }, { checklist })).toThrow("LIMIT_REACHED");
    expect(() => apply({ kind: "checklist", items: ["One", "Two"] }, { itemIds: ids(1) })).toThrow("HINT_OUTDATED");
  });

  test("is refused once its words, or the link to its page, are gone", () => {
    expect(() => apply({ kind: "title", title: "Read it" }, { on: { notes: "" } })).toThrow("HINT_OUTDATED");
    const onPage = { ...hintOf(link), evidence: { from: "page" as const, url: link.url, text: "All about it" } };
    const asked = { checklist: [], hint: onPage, hints: [], input: { boardId, mutationId }, now };
    expect(planHintApply({ ...asked, task }).length).toBeGreaterThan(1);
    expect(() => planHintApply({ ...asked, task: { ...task, title: "Else" } })).toThrow("HINT_OUTDATED");
  });
});

test("a hint that would change nothing is idle", () => {
  expect(isHintIdle({ kind: "tag", tagId: id<TagId>(7) }, task, now)).toBe(true);
  expect(isHintIdle({ kind: "tag", tagId: id<TagId>(5) }, task, now)).toBe(false);
  const waitingFor = { who: "the bank", since: now, followUpOn: null };
  expect(isHintIdle({ kind: "waiting", who: "the bank", followUpOn: "2026-12-01" }, { ...task, waitingFor }, now)).toBe(
    true,
  );
});
