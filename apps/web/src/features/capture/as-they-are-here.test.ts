import { expect, test } from "vitest";
import { asTheyAreHere } from "./as-they-are-here.ts";
import type { DraftFile } from "./draft-files.ts";

const file = (name: string, text: string): DraftFile => ({ name, file: new Blob([text], { type: "text/plain" }) });

test("files another tab has left are the same objects here, and those it has captured are gone", () => {
  const [bill, roof, twin] = [file("bill.txt", "120"), file("roof.txt", "slate"), file("bill.txt", "999")];
  const found = asTheyAreHere(
    [bill, roof, twin],
    [file("bill.txt", "999"), file("new.txt", "x"), file("bill.txt", "120")],
  );
  expect(found.map(({ name }) => name)).toEqual(["bill.txt", "new.txt", "bill.txt"]);
  // Of two that cannot be told apart each stands for one.
  expect(new Set(found).size).toBe(3);
  expect([found[0], found[2]]).toEqual([bill, twin]);
  expect(asTheyAreHere([bill, roof], [])).toEqual([]);
});
