import { expect, test } from "vitest";
import { inOrder } from "./in-order.ts";

test("what comes behind something slow waits for it, and what comes alone is handled at once", async () => {
  const done: string[] = [];
  let release = () => {};
  const push = inOrder((item: string) => {
    if (item !== "slow") return void done.push(item);
    return new Promise<void>((resolve) => {
      release = () => {
        done.push(item);
        resolve();
      };
    });
  });
  push("first");
  expect(done).toEqual(["first"]);
  push("slow");
  push("behind");
  push("last");
  expect(done).toEqual(["first"]);
  release();
  await Promise.resolve();
  expect(done).toEqual(["first", "slow", "behind", "last"]);
});
