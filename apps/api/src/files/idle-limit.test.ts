import { expect, test } from "vitest";
import { limitSilence, SenderSilent } from "./idle-limit.ts";

async function* parts(count: number, { thenSilence }: { thenSilence: boolean }): AsyncGenerator<Uint8Array> {
  for (let n = 0; n < count; n++) yield new Uint8Array(1);
  if (thenSilence) await new Promise<never>(() => {});
}

test("a stream that goes on is read to its end", async () => {
  let size = 0;
  for await (const chunk of limitSilence(parts(4, { thenSilence: false }), 1_000)) size += chunk.byteLength;
  expect(size).toBe(4);
});

test("one that falls silent breaks off", async () => {
  const read = async () => {
    for await (const _ of limitSilence(parts(2, { thenSilence: true }), 20));
  };
  await expect(read()).rejects.toThrow(SenderSilent);
});
