import { expect, test } from "vitest";
import { createProgress } from "./progress.ts";

function screen(isTTY: boolean) {
  const written: string[] = [];
  let at = 0;
  const progress = (total: number) =>
    createProgress("boards", total, { isTTY, write: (text) => written.push(text) }, () => at);
  return { written, progress, wait: (ms: number) => void (at += ms) };
}

test("in a log there is one line for every tenth, however many rows come at once", () => {
  const { written, progress, wait } = screen(false);
  const shown = progress(1_000);
  for (let rows = 0; rows < 1_000; rows += 25) {
    wait(250);
    shown.add(25);
  }
  shown.end();
  expect(written).toHaveLength(10);
  expect(written[0]).toBe("  boards 10 % · 100 rows/s, 0:09 left\n");
  expect(written.at(-1)).toBe("  boards 100 % · 100 rows/s\n");
});

test("on a terminal the bar is drawn over itself, ten times a second at most, and goes at the end", () => {
  const { written, progress, wait } = screen(true);
  const shown = progress(200);
  for (let step = 0; step < 10; step++) {
    wait(20);
    shown.add(10);
  }
  expect(written).toHaveLength(2);
  wait(1_800);
  shown.add(100);
  expect(written.at(-1)).toBe(`\r\u001b[2K  boards ${"█".repeat(24)} 100 % · 100 rows/s`);
  shown.end();
  expect(written.at(-1)).toBe("\r\u001b[2K");
});

test("nothing to do is done, and more than was counted is not beyond the end", () => {
  const nothing = screen(false);
  nothing.progress(0).add(0);
  expect(nothing.written).toEqual(["  boards 100 % · 0 rows/s\n"]);
  const more = screen(false);
  const shown = more.progress(10);
  more.wait(1_000);
  shown.add(15);
  expect(more.written).toEqual(["  boards 100 % · 15 rows/s\n"]);
});
