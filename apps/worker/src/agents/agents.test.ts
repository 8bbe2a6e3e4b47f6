import { hintValueSchema } from "@kanban/domain/entities";
import { isEvidencePresent, isEvidenceSound } from "@kanban/domain/hint/hint-evidence";
import fc from "fast-check";
import { expect, test } from "vitest";
import { endlessWords } from "../testing/endless-words.ts";
import { cpuMs } from "../testing/cpu-ms.ts";
import { textAgents } from "./agents.ts";

const written = { dueAt: null, writtenAt: "2026-03-04T10:00:00.000Z", readAt: "2026-03-04T10:00:00.000Z" };
const timeZone = fc.constantFrom("Europe/Prague", "America/New_York", "Pacific/Kiritimati", "Middle/Earth");

/** Words that agents look for, in any order, between anything people or machines may write. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          "tomorrow",
          "every",
          "Friday",
          "31",
          "April",
          "not before",
          "ab",
          "14.3.",
          "12/12",
          "um 9",
          "à 15h",
          "9:30",
        ],
        ...["asked", "waiting for", "the bank", "will answer", "wegen", "gefragt", "čekám na", "\n- ", "\n1. ", "[ ]"],
        ...[
          "buy",
          "wash",
          "and then",
          "putzen",
          "und",
          ",",
          ".",
          "\n",
          "\r\n",
          "`",
          "https://a.b/c",
          "😀",
          "\u0301",
          "İ",
        ],
      ),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    ),
    { maxLength: 40 },
  )
  .map((words) => words.join(" "));

test.each(textAgents.map((agent) => ({ agent, name: agent.name })))(
  "whatever is written, $name proposes only what can be stored, of its kinds, and shows the words it came from",
  ({ agent }) => {
    fc.assert(
      fc.property(text, text, timeZone, (title, notes, zone) => {
        const findings = agent.findHints({ title, notes, ...written, timeZone: zone });
        for (const { value, evidence, confidence } of findings) {
          expect(hintValueSchema.parse(value)).toEqual(value);
          expect(agent.kinds).toContain(value.kind);
          expect(isEvidenceSound(evidence)).toBe(true);
          expect(isEvidencePresent(evidence, { title, notes })).toBe(true);
          expect(JSON.stringify(evidence).isWellFormed()).toBe(true);
          expect(confidence).toBeGreaterThanOrEqual(0.4);
          expect(confidence).toBeLessThanOrEqual(0.95);
        }
        expect(agent.findHints({ title, notes, ...written, timeZone: zone })).toEqual(findings);
      }),
      { numRuns: 300 },
    );
  },
);

test.each([
  "asked the ",
  "a, ",
  "buy and ",
  "- a\n",
  "habe ",
  "1) ",
  "and then ",
  "will ",
  "é.",
  "(",
  " - ",
  "waiting for, ",
  ...endlessWords,
])("a hundred kilobytes of %j are read by every agent in at most fifty milliseconds", (filler) => {
  const notes = filler.repeat(100_000 / filler.length);
  for (const agent of textAgents) {
    const read = () => agent.findHints({ title: filler.repeat(50), notes, ...written, timeZone: "UTC" });
    expect(Math.min(cpuMs(read), cpuMs(read), cpuMs(read)), agent.name).toBeLessThan(50);
  }
});
