import { expect, test, vi } from "vitest";
import { waitForTurn } from "./wait-for-turn.ts";

const failure = (code: string) => Object.assign(new Error(code), { code });

/** A database in which the script fails with these codes, one after the other, and then works. */
function databaseWith(...codes: string[]) {
  const ran: string[] = [];
  const execute = vi.fn(async (sql: string) => {
    ran.push(sql);
    const code = /lock_timeout/.test(sql) ? undefined : codes.shift();
    if (code) throw failure(code);
  });
  return { ran, execute };
}

test("a script that cannot have its locks at once lets others go first and begins anew", async () => {
  const { ran, execute } = databaseWith("55P03", "40P01");
  await waitForTurn("A", execute);
  expect(ran).toEqual(["SET lock_timeout = 100", "A", "A", "A", "RESET lock_timeout"]);
});

test("any other failure is the script's own, and the session is left as it was", async () => {
  const { ran, execute } = databaseWith("22012");
  await expect(waitForTurn("A", execute)).rejects.toThrow("22012");
  expect(ran).toEqual(["SET lock_timeout = 100", "A", "RESET lock_timeout"]);
});

test("a script that builds an index beside the work waits as long as it takes", async () => {
  const { ran, execute } = databaseWith();
  await waitForTurn("CREATE INDEX CONCURRENTLY x ON y (z)", execute);
  expect(ran).toEqual(["CREATE INDEX CONCURRENTLY x ON y (z)"]);
});
