import { expect, test } from "vitest";
import { z } from "zod";
import { uuidV7 } from "./uuid-v7.ts";

const random = Uint8Array.from([0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

test("an id is a valid UUID of version 7 that begins with its moment", () => {
  const id = uuidV7(Date.UTC(2026, 10, 22), random);
  expect(z.uuid({ version: "v7" }).parse(id)).toBe(id);
  expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 22));
});

test("a later id sorts after an earlier one", () => {
  expect(uuidV7(1_800_000_000_000, random) < uuidV7(1_800_000_000_001, new Uint8Array(10))).toBe(true);
});

test("too little randomness is refused", () => {
  expect(() => uuidV7(0, new Uint8Array(9))).toThrow();
});
