import { expect, test } from "vitest";
import { createSafeFetch } from "./safe-fetch.ts";

test("two names are looked up at a time, others wait in line for as long as their page is waited for", async () => {
  const asked = new Set<string>();
  const answers: (() => void)[] = [];
  const silent = (hostname: string) => {
    asked.add(hostname);
    return new Promise<string[]>((resolve) => answers.push(() => resolve([])));
  };
  const fetch = createSafeFetch({ limits: { totalMs: 200 } }, { resolve: silent });
  const read = (name: string) => fetch(`http://${name}.example.org/`);

  const given = await Promise.all([read("one"), read("two"), read("three")]);
  const timeout = { kind: "refused", reason: "timeout", isTemporary: true };
  expect(given).toMatchObject([timeout, timeout, timeout]);
  expect([...asked]).toEqual(["one.example.org", "two.example.org"]);

  // When the name servers have let go of the first two, the next is looked up, but not the one given up in line.
  for (const answer of answers) answer();
  await read("four");
  expect([...asked]).toEqual(["one.example.org", "two.example.org", "four.example.org"]);
});
