import { expect, test } from "vitest";
import { z } from "zod";
import { deterministicId } from "./deterministic-id.ts";

test("is the version 5 UUID of the name in the cause's namespace", () => {
  // The published example: "www.example.com" in the DNS namespace.
  expect(deterministicId("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com")).toBe(
    "2ed6657d-e927-568b-95e1-2665a8aea6a2",
  );
});

test("differs by cause and by name, and is an id our schemas take", () => {
  const event = "018f0000-0000-7000-8000-000000000001";
  const ids = [
    deterministicId(event, "a"),
    deterministicId(event, "b"),
    deterministicId(event.replace(/1$/, "2"), "a"),
  ];
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
});
