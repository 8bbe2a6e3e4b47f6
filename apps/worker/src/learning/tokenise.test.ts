import fc from "fast-check";
import { expect, test } from "vitest";
import { haveSameNumbers, titleLikeness } from "./title-likeness.ts";
import { tokensOf } from "./tokenise.ts";

const stems = (text: string) => tokensOf(text).map(({ stem }) => stem);

test.each([
  ["plurals and endings", "Invoice clinics", "invoices clinic"],
  ["cases of Czech nouns", "zubař banka", "zubaře banky"],
  ["accents and capitals", "RÉSERVER l'Hôtel", "reserver hotel"],
  ["German sharp s", "Straße", "Strasse"],
])("%s do not make another word", (_, one, other) => {
  const rest = stems(other);
  expect(rest.length).toBeGreaterThan(0);
  expect(stems(one)).toEqual(expect.arrayContaining(rest));
});

test("a compound is known by its end, too", () => {
  const shared = stems("Wasserrechnung").filter((stem) => stems("Stromrechnung").includes(stem));
  expect(shared).toHaveLength(1);
});

test("scripts without spaces are cut into pieces that later texts share", () => {
  expect(stems("打电话给牙医")).toEqual(["打电", "电话", "话给", "给牙", "牙医"]);
  expect(stems("看牙医")).toContain("牙医");
  expect(stems("โทรหาหมอฟัน").filter((piece) => stems("นัดหมอฟัน").includes(piece)).length).toBeGreaterThan(2);
  expect(stems("Call 牙医 tomorrow")).toEqual(["call", "牙医", "tomorr"]);
});

test("of a link the site is kept, of numbers and single letters nothing", () => {
  expect(stems("See https://www.Example.com/a/b?c=1 for 42 x")).toEqual(["//example.com", "see", "for"]);
});

test("whatever is written, the features are few and each is there once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 2_000 }), fc.lorem({ maxCount: 400 }), (title, notes) => {
      const found = tokensOf(title, notes).map(({ stem }) => stem);
      expect(found.length).toBeLessThanOrEqual(40);
      expect(new Set(found).size).toBe(found.length);
    }),
  );
});

test("titles are alike by their letters, and not the same with other numbers", () => {
  expect(titleLikeness("Call the dentist", "call  the Dentist!")).toBe(1);
  expect(titleLikeness("Call the dentist", "Call the dentsit")).toBeGreaterThan(0.6);
  expect(titleLikeness("Call the dentist", "Buy a lamp")).toBeLessThan(0.15);
  expect(titleLikeness("", "")).toBe(0);
  expect(haveSameNumbers("Pay invoice 12 of 2026", "2026: invoice 12")).toBe(true);
  expect(haveSameNumbers("Pay invoice 12", "Pay invoice 13")).toBe(false);
});
