import { beforeAll, describe, expect, test } from "vitest";
import type { DateReader } from "@kanban/domain/capture-syntax/capture-token";
import { valuesOf } from "@kanban/domain/capture-syntax/capture-values";
import { parseCapture } from "@kanban/domain/capture-syntax/parse-capture";
import { load } from "./load-date-reader.ts";

// A Saturday, half past two, wherever the test runs.
const now = new Date(2026, 10, 28, 14, 30);
const at = (month: number, day: number, hour: number, minute = 0, year = 2026) =>
  new Date(year, month - 1, day, hour, minute).toISOString();

const readers: Record<string, DateReader> = {};
beforeAll(async () => {
  for (const locale of ["en-GB", "en-US", "de-AT"]) readers[locale] = await load(locale, () => now);
});
const read = (text: string, locale = "en-GB") => {
  const { title, tokens } = parseCapture(text, readers[locale]);
  const { dueAt, deferUntil } = valuesOf(tokens);
  return { title, dueAt, deferUntil };
};

describe("a date in a line", () => {
  test.each([
    ["Call Ada tomorrow", "Call Ada", "2026-11-29"],
    ["Call Ada today, then rest", "Call Ada, then rest", "2026-11-28"],
    ["fri Call Ada", "Call Ada", "2026-12-04"],
    ["Call Ada by friday", "Call Ada", "2026-12-04"],
    ["Pay 3 dec", "Pay", "2026-12-03"],
    ["Pay on 3 March", "Pay", "2027-03-03"],
    ["Review in 2 weeks", "Review", "2026-12-12"],
    ["Plan next week", "Plan", "2026-11-30"],
    ["Due 2026-12-24 wrap gifts", "wrap gifts", "2026-12-24"],
    ["Call mum sun", "Call mum", "2026-11-29"],
    ["Cook tonight", "Cook", "2026-11-28"],
    ["Feast on fri 24:00", "Feast 24:00", "2026-12-04"],
  ])("%j is a whole day", (text, title, dueAt) => {
    expect(read(text)).toEqual({ title, dueAt, deferUntil: null });
  });

  test.each([
    ["Call tomorrow 3pm", "Call", at(11, 29, 15)],
    ["Call fri 9am", "Call", at(12, 4, 9)],
    ["Call tomorrow at 14:30 about it", "Call about it", at(11, 29, 14, 30)],
    ["Call tomorrow 9", "Call", at(11, 29, 9)],
    ["Call fri at 3", "Call", at(12, 4, 15)],
    ["Call saturday 9", "Call", at(12, 5, 9)],
    ["Call saturday 16", "Call", at(11, 28, 16)],
    ["Call at 5pm", "Call", at(11, 28, 17)],
    ["Call 9am", "Call", at(11, 29, 9)],
    ["Call in 2 hours", "Call", at(11, 28, 16, 30)],
  ])("%j has a time", (text, title, dueAt) => {
    expect(read(text)).toEqual({ title, dueAt, deferUntil: null });
  });

  test.each([
    ["Ski from monday", "Ski", null, "2026-11-30"],
    ["Taxes defer until 3 dec due 10 dec", "Taxes", "2026-12-10", "2026-12-03"],
    ["Sow starting next monday", "Sow", null, "2026-11-30"],
    ["Read not before tomorrow", "Read", null, "2026-11-29"],
  ])("%j puts it off", (text, title, dueAt, deferUntil) => {
    expect(read(text)).toEqual({ title, dueAt, deferUntil });
  });

  test.each([
    ...["Water plants every fri", "Standup every 2nd monday at 9am", "Report every day at 9am", "Call mum weekly"],
    ...["Yoga monday every week", "Review each friday"],
    ...["Since friday it rains", "The sun is out", "Sat down to read", "Try monday.com", "Black Friday deals"],
    ...["Open friday's letter", "Read for 2 hours", "3-5 december off", "May is warm", "Ratio 3:10", "Buy 3/4 of it"],
    ...["Buy 12.5 kg of rice", "Read pages 3-5", "Open 24/7", "Pick 2 of 3", "Ask for 5 at 5", "Meet in Paris"],
    ...["Call now", "Yesterday's news", "Fix it 2 days ago", "Version 1.2.2026-rc", "Sing \\friday"],
  ])("%j has none and stays whole", (text) => {
    expect(read(text)).toEqual({ title: text.replace("\\", ""), dueAt: null, deferUntil: null });
  });

  test("reads as the person's region and language do", () => {
    expect(read("Pay by 3/12").dueAt).toBe("2026-12-03");
    expect(read("Pay by 12/3", "en-US").dueAt).toBe("2026-12-03");
    expect(read("Zahnarzt morgen um 15 Uhr", "de-AT")).toMatchObject({ title: "Zahnarzt", dueAt: at(11, 29, 15) });
    expect(read("Feier am Freitag um 24 Uhr", "de-AT")).toMatchObject({ dueAt: "2026-12-04" });
    expect(read("Steuer bis Freitag", "de-AT")).toMatchObject({ title: "Steuer", dueAt: "2026-12-04" });
    expect(read("Müll jeden Freitag", "de-AT")).toMatchObject({ title: "Müll jeden Freitag", dueAt: null });
  });
});
