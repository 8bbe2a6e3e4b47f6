import type { TextEvidence } from "@kanban/domain/entities";
import { describe, expect, test } from "vitest";
import { evidenceParts } from "./evidence.ts";

const evidence = (text: string, words: string, start = text.indexOf(words)): TextEvidence => ({
  field: "notes",
  text: words,
  start,
  end: start + words.length,
});

describe("the evidence of a hint", () => {
  test("is shown in its own sentence only", () => {
    const text = "Two offers are in. They need an answer by Friday at noon. Then decide.";
    expect(evidenceParts(text, evidence(text, "by Friday"))).toEqual({
      before: "They need an answer ",
      words: "by Friday",
      after: " at noon.",
    });
  });

  test("may be the whole text", () => {
    expect(evidenceParts("tomorrow 3pm", evidence("tomorrow 3pm", "tomorrow 3pm"))).toEqual({
      before: "",
      words: "tomorrow 3pm",
      after: "",
    });
  });

  test("ends at a line break", () => {
    const text = "First line\ncall tomorrow\nlast line";
    expect(evidenceParts(text, evidence(text, "tomorrow"))).toEqual({ before: "call ", words: "tomorrow", after: "" });
  });

  test("is found again after the text around it changed", () => {
    expect(evidenceParts("Really: call tomorrow", evidence("call tomorrow", "tomorrow"))?.before).toBe("Really: call ");
  });

  test("is nothing once the words are gone", () => {
    expect(evidenceParts("call next week", evidence("call tomorrow", "tomorrow"))).toBeNull();
  });

  test("of a very long sentence is cut at words", () => {
    const text = `${"word ".repeat(60)}tomorrow${" more".repeat(60)}`;
    const parts = evidenceParts(text, evidence(text, "tomorrow"));
    expect(parts?.before).toMatch(/^…word /u);
    expect(parts?.after).toMatch(/more…$/u);
    expect(parts?.before.length).toBeLessThan(100);
  });
});
