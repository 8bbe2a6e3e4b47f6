import { expect, test } from "vitest";
import { runEach } from "./run-each.ts";

test("a step that fails keeps no later one from running, and what it threw is thrown in the end", async () => {
  const ran: string[] = [];
  const runs = (name: string) => async () => void ran.push(name);
  const fails = (name: string) => () => Promise.reject(new Error(name));
  await runEach([runs("a"), runs("b")]);
  await expect(runEach([fails("one"), runs("c")])).rejects.toThrow("one");
  const both = await runEach([fails("one"), runs("d"), fails("two"), runs("e")]).catch((error: unknown) => error);
  expect((both as AggregateError).errors).toEqual([new Error("one"), new Error("two")]);
  expect(ran).toEqual(["a", "b", "c", "d", "e"]);
});
