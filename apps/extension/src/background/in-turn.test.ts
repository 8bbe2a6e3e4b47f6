import { expect, test } from "vitest";
import { inTurn } from "./in-turn.ts";

test("a call waits for the one before it, also when that one fails", async () => {
  const seen: string[] = [];
  const work = inTurn(async (name: string) => {
    seen.push(`${name} begins`);
    await Promise.resolve();
    seen.push(`${name} ends`);
    if (name === "first") throw new Error("broken");
    return name;
  });
  const [first, second] = await Promise.allSettled([work("first"), work("second")]);
  expect([first.status, second.status]).toEqual(["rejected", "fulfilled"]);
  expect(seen).toEqual(["first begins", "first ends", "second begins", "second ends"]);
});
