import { expect, test } from "vitest";
import { textAgents } from "../agents/agents.ts";
import type { Finding, TextAgent } from "../agents/agent.ts";
import { evaluateTextAgents } from "./evaluate-text-agents.ts";
import { proposalsForPlainTitles } from "./plain-titles.ts";
import { readCaptures } from "./read-captures.ts";
import { readPeople } from "./read-people.ts";
import { missesOf, reportOf } from "./report.ts";
import { noScore, ratesOf, scoreOf, sumOf } from "./score.ts";
import { shortfallsOf } from "./thresholds.ts";

const captures = readCaptures();

test("the agents that read text are as good as they were, on both halves of the set", () => {
  expect(shortfallsOf(evaluateTextAgents(textAgents, captures))).toEqual([]);
});

const evidence = { field: "title", text: "x", start: 0, end: 1 } as const;
const always = (value: Finding["value"]) => () => [{ value, evidence, confidence: 0.9 }];

test.each([
  ["proposes every time", "precision of due-date", "dates", always({ kind: "due-date", dueAt: "2026-03-05" })],
  ["defers every time", "precision of defer-date", "dates", always({ kind: "defer-date", deferUntil: "2026-05-01" })],
  ["waits every time", "precision of waiting", "waiting", always({ kind: "waiting", who: "Eva", followUpOn: null })],
  ["lists every time", "precision of checklist", "actions", always({ kind: "checklist", items: ["x"] })],
  ["never says anything", "recall of waiting", "waiting", () => []],
] as const)("an agent that %s is caught by the %s", (_, shortfall, name, findHints) => {
  const planted = textAgents
    .filter((agent) => agent.name === name)
    .map((agent): TextAgent => ({ ...agent, findHints }));
  expect(shortfallsOf(evaluateTextAgents(planted, captures)).join("\n")).toContain(shortfall);
});

test("an agent that is one day off is caught", () => {
  const planted = textAgents.map((agent): TextAgent => ({
    ...agent,
    findHints: (input) => agent.findHints({ ...input, writtenAt: "2026-03-05T10:00:00.000Z" }),
  }));
  expect(shortfallsOf(evaluateTextAgents(planted, captures)).length).toBeGreaterThan(2);
});

test("of everyday titles hardly any gets a hint", () => {
  const { titles, proposals } = proposalsForPlainTitles(textAgents, readPeople());
  expect(titles).toBeGreaterThan(500);
  expect(proposals.length / titles).toBeLessThan(0.02);
});

test("the set is large enough, in many languages, and says nothing twice", () => {
  const count = (language: string) => captures.filter((capture) => capture.language === language).length;
  expect(captures.length).toBeGreaterThan(600);
  expect(count("en")).toBeGreaterThan(300);
  for (const language of ["de", "fr", "es", "cs"]) expect(count(language)).toBeGreaterThan(30);
  const texts = captures.map(({ title, notes }) => `${title}\n${notes}`);
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

test("each person has a past, and every repetition names a task that is open", () => {
  const people = readPeople();
  expect(people.length).toBeGreaterThan(3);
  for (const { past, open, captures: own } of people) {
    expect(past.length).toBeGreaterThanOrEqual(60);
    const titles = open.map(({ title }) => title);
    for (const { sameAs } of own) if (sameAs.expected !== null) expect(titles).toContain(sameAs.expected);
  }
});

const same = (a: string, b: string) => a === b;

test.each([
  ["right", { expected: "a", tolerated: null }, "a", { hits: 1, surplus: 0, missed: 0 }],
  ["another value", { expected: "a", tolerated: null }, "b", { hits: 0, surplus: 1, missed: 1 }],
  [
    "nothing, though something was wanted",
    { expected: "a", tolerated: null },
    null,
    { hits: 0, surplus: 0, missed: 1 },
  ],
  [
    "something, though nothing was wanted",
    { expected: null, tolerated: null },
    "a",
    { hits: 0, surplus: 1, missed: 0 },
  ],
  ["rightly nothing", { expected: null, tolerated: null }, null, noScore],
  ["what is tolerated", { expected: null, tolerated: "a" }, "a", noScore],
  ["anything where anything is tolerated", { expected: null, tolerated: "any" }, "z", noScore],
  ["what is tolerated instead", { expected: "a", tolerated: "b" }, "b", noScore],
] as const)("a proposal that is %s counts as such", (_, label, proposed, score) => {
  expect(scoreOf<string>(label, proposed, same)).toEqual(score);
});

test("rates are of sums", () => {
  const sum = sumOf([
    { hits: 3, surplus: 1, missed: 0 },
    { hits: 0, surplus: 0, missed: 1 },
  ]);
  expect(ratesOf(sum)).toEqual({ precision: 0.75, recall: 0.75, wanted: 4 });
});

test("the report has every kind and language, and shows misses of the half for development only", () => {
  const judged = evaluateTextAgents([], captures);
  const report = reportOf(judged).join("\n");
  for (const part of ["due-date", "waiting", "held out", "  de ", "  cs "]) expect(report).toContain(part);
  const misses = missesOf(judged).join("\n");
  const shown = judged.filter(({ capture }) => capture.notes === "" && misses.includes(`: ${capture.title}\n`));
  expect(shown.length).toBeGreaterThan(50);
  expect(new Set(shown.map(({ half }) => half))).toEqual(new Set(["development"]));
});
