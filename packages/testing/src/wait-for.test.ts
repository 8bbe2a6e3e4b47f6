import { expect, test } from "vitest";
import { waitFor } from "./wait-for.ts";

test("returns the first truthy answer, however often it was asked", async () => {
  let asked = 0;
  await expect(waitFor(() => (asked += 1) === 4 && "there")).resolves.toBe("there");
  expect(asked).toBe(4);
});

test("fails with the last error and the name of what was awaited", async () => {
  const never = waitFor(() => Promise.reject(new Error("no row")), { timeoutMs: 30, what: "the hint" });
  await expect(never).rejects.toMatchObject({
    message: "Waited 30 ms in vain for the hint.",
    cause: new Error("no row"),
  });
});
