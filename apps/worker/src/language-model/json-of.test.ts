import { expect, test } from "vitest";
import { cpuMs } from "../testing/cpu-ms.ts";
import { jsonOf } from "./json-of.ts";

test.each([
  ['{"a":1}', { a: 1 }],
  [' \n{"a":1}\n', { a: 1 }],
  ['```json\n{"a":1}\n```', { a: 1 }],
  ['\n```\n{"a":"```"}```\n', { a: "```" }],
  ["```", null],
  ["````", null],
  ['```json\n{"a":1}', null],
  ["Here you are.", null],
  ["", null],
])("%j is read as %j", (content, json) => {
  expect(jsonOf(content)).toEqual(json);
});

test.each([
  ["```", " ", ""],
  ["```json", "\n", "x"],
  ["```", " `", ""],
])("%j and a quarter of a megabyte of %j before %j are read in at most fifty milliseconds", (start, filler, end) => {
  const content = `${start}${filler.repeat(250_000 / filler.length)}${end}`;
  const read = () => jsonOf(content);
  expect(Math.min(cpuMs(read), cpuMs(read), cpuMs(read))).toBeLessThan(50);
});
