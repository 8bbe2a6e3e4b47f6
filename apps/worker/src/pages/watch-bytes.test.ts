import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { watchBytes } from "./watch-bytes.ts";

const megabyte = 1024 * 1024;
/** A thread that never comes to rest, holding so many bytes. */
const busyWith = (bytes: number) =>
  new Worker(
    `const held = new Uint8Array(${bytes}); require("node:worker_threads").parentPort.postMessage(0); for (;;) held[0] += 1;`,
    { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
  );

test("a busy thread that holds too many bytes is noticed, one that holds fewer is not", async () => {
  const [small, large] = [busyWith(megabyte), busyWith(64 * megabyte)];
  await Promise.all([once(small, "message"), once(large, "message")]);
  const noticed: string[] = [];
  const stopSmall = watchBytes(small, 32 * megabyte, () => noticed.push("small"));
  const stopLarge = await new Promise<() => void>((resolve) => {
    const stop = watchBytes(large, 32 * megabyte, () => {
      noticed.push("large");
      resolve(stop);
    });
  });
  stopSmall();
  stopLarge();
  await Promise.all([small.terminate(), large.terminate()]);
  expect(noticed).toEqual(["large"]);
});
