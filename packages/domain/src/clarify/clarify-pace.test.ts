import { expect, test } from "vitest";
import { paceOf } from "./clarify-pace.ts";
import { similarTitles } from "./similar-titles.ts";

test("pauses over two minutes are no pace", () => {
  expect(paceOf([])).toBeNull();
  expect(paceOf([120_001])).toBeNull();
  expect(paceOf([10_000, 18_000, 3_600_000])).toBe(14);
  expect(paceOf([20])).toBe(1);
});

test("the likest titles come first, whatever their accents and order; short words say nothing", () => {
  const tasks = ["Call the plumber about the sink", "Plumber, Sínk", "Call mum", "Sort the clothes"].map((title) => ({
    title,
  }));
  const found = similarTitles("sink plumber", tasks, 8).map(({ title }) => title);
  expect(found).toEqual(["Plumber, Sínk", "Call the plumber about the sink"]);
});
