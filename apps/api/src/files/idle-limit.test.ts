import { expect, test } from "vitest";
import { limitSilence, SenderSilent } from "./idle-limit.ts";

async function* slowly(pauses: readonly number[]): AsyncGenerator<Uint8Array> {
  for (const ms of pauses) {
    await new Promise((resolve) => setTimeout(resolve, ms));
    yield new Uint8Array(1);
  }
}

test("a stream that goes on, however slowly, is read to its end", async () => {
  let size = 0;
  for await (const chunk of limitSilence(slowly([5, 5, 5, 5]), 1_000)) size += chunk.byteLength;
  expect(size).toBe(4);
});

test("one that falls silent breaks off", async () => {
  const read = async () => {
    for await (const _ of limitSilence(slowly([1, 60_000]), 20));
  };
  await expect(read()).rejects.toThrow(SenderSilent);
});
