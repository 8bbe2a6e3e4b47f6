import { limits } from "@kanban/domain/limits";
import { expect, test } from "vitest";
import type { Agent, Finding } from "../agents/agent.ts";
import { modelAgent } from "../agents/model.ts";
import { cpuMs } from "../testing/cpu-ms.ts";
import type { AskModel } from "./ask-model.ts";
import { injections } from "./testing/injections.ts";
import { keepInert } from "./keep-inert.ts";

/*
 * The model of these tests does whatever a text tells it, in every field at once: what comes out then is all an injection
 * can ever do.
 */

const at = "2026-03-04T09:00:00.000Z";
const context = { taskId: "t", boardId: "b", signal: new AbortController().signal, countTokens: () => {} };

function obeying(said: string): Agent {
  const ask: AskModel = async ({ schema }) => {
    const everywhere = {
      ...{ title: said, summary: said, nextAction: said },
      ...{ steps: Array.from({ length: 1_000 }, () => said), questions: Array.from({ length: 50 }, () => said) },
    };
    const answer = said.startsWith("RAW") ? readRaw(said.slice(3)) : everywhere;
    const parsed = schema.safeParse(answer);
    return parsed.success ? { answer: parsed.data } : { answer: null, reason: "unreadable" };
  };
  return modelAgent(ask, null);
}

function readRaw(text: string): unknown {
  try {
    return JSON.parse(/^```json\n([\s\S]*)\n```$/u.exec(text)?.[1] ?? text);
  } catch {
    return null;
  }
}

const find = (agent: Agent, notes: string): Promise<Finding[]> | Finding[] =>
  agent.findHints(
    { title: "Invoice from the roofing company", notes, dueAt: null, writtenAt: at, readAt: at, timeZone: "UTC" },
    context,
  );

/** Every text a finding would put into a task. */
function textsOf({ value }: Finding): string[] {
  switch (value.kind) {
    case "title":
      return [value.title];
    case "summary":
    case "next-action":
      return [value.text];
    case "checklist":
    case "questions":
      return value.items;
    default:
      throw new Error(`A model proposed a ${value.kind}`);
  }
}

const leadsSomewhere =
  /:\/\/|\bwww\.|@[\w-]+\.\w|(?:javascript|data|vbscript|mailto|tel):\S|\]\(|<\/?[a-z]|\{\{|\$\{|bit\.ly\/|evil\.example\//iu;

test("there are more than sixty ways", () => {
  expect(new Set(injections.map(([text]) => text)).size).toBeGreaterThanOrEqual(60);
});

test.each(injections)("%j: nothing comes of it but plain words, few and short", async (text, obeyed) => {
  // Long notes, so that a summary is proposed, too.
  const findings = await find(
    obeying(obeyed),
    `${text}\n${"The offer is valid until the end of the month. ".repeat(20)}`,
  );
  expect(findings.length).toBeLessThanOrEqual(5);
  for (const finding of findings) {
    const texts = textsOf(finding);
    expect(texts.length).toBeLessThanOrEqual(7);
    for (const said of texts) {
      expect(said).not.toMatch(leadsSomewhere);
      expect(said).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(said.isWellFormed()).toBe(true);
      expect(said.length).toBeLessThanOrEqual(limits.checklistText);
    }
  }
});

test("a guard that lets words through as they are is caught by this corpus", () => {
  const unguarded = injections.filter(([, obeyed]) => !obeyed.startsWith("RAW") && leadsSomewhere.test(obeyed));
  expect(unguarded.length).toBeGreaterThan(25);
  expect(unguarded.filter(([, obeyed]) => leadsSomewhere.test(keepInert(obeyed, 500) ?? ""))).toEqual([]);
});

test("honest words stay as they were said", () => {
  expect(keepInert("Call Tom (the roofer): 3.5 % off until 6 Dec?", 100)).toBe(
    "Call Tom (the roofer): 3.5 % off until 6 Dec?",
  );
  expect(keepInert("Angebot prüfen & zusagen", 100)).toBe("Angebot prüfen & zusagen");
  expect(keepInert("屋根の見積もりを確認する", 100)).toBe("屋根の見積もりを確認する");
  expect(keepInert("one two three four", 10)).toBe("one two…");
});

test("of words without end only the first ones are read, and no half of an address is left of the last", () => {
  const honest = "The offer is valid until the end of the month. ";
  expect(keepInert(honest.repeat(5_000), 100)).toBe(keepInert(honest.repeat(4), 100));
  for (let before = 360; before <= 400; before++) {
    const said = `${"word ".repeat(80).slice(0, before)} https://evil.example/path?a@b.example`;
    expect(keepInert(said, 100)).toMatch(/^(?:word ){18}word…$/u);
  }
});

test.each([
  "@",
  "a@",
  "a@b.",
  "a",
  "a.",
  "a-",
  "1.",
  "www.",
  "a://",
  "http://a)",
  "http://.",
  "data:",
  "<a",
  "[",
  "[](",
  "![",
  "{{",
  "\r",
  " a",
])("two hundred kilobytes of %j are made inert in at most fifty milliseconds", (filler) => {
  const said = filler.repeat(200_000 / filler.length);
  const read = () => keepInert(said, limits.title);
  expect(Math.min(cpuMs(read), cpuMs(read), cpuMs(read))).toBeLessThan(50);
});
