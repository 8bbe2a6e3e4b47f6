import fc from "fast-check";
import { expect, test } from "vitest";
import { allHints, foldKind, foldRule, isHardlyTaken, isWanted, switchHints } from "./fold-hints.ts";
import { hintKinds } from "./hint-kinds.ts";

const now = "2026-11-22T09:00:00.000Z";
const answers = (taken: number, of: number) => Array.from({ length: of }, (_, n) => n < taken);

test("a kind folds away when fewer than three in ten of its last twenty were taken, and not before there are twenty", () => {
  expect(isHardlyTaken(answers(5, foldRule.answers))).toBe(true);
  expect(isHardlyTaken(answers(6, foldRule.answers))).toBe(false);
  expect(isHardlyTaken(answers(0, foldRule.answers - 1))).toBe(false);
  // The newest come first: what was taken long ago does not count.
  expect(isHardlyTaken([...answers(0, foldRule.answers), ...answers(100, 100)])).toBe(true);
});

test("a folded kind that is switched on again is judged from then", () => {
  const folded = foldKind(allHints, "estimate");
  expect([isWanted(folded, "estimate"), isWanted(folded, "tag")]).toEqual([false, true]);
  expect(switchHints(folded, { isOn: true, off: ["estimate", "tag"] }, now)).toEqual({
    off: ["estimate", "tag"],
    isOn: true,
    since: {},
    folded: ["estimate"],
  });
  expect(switchHints(folded, { isOn: true, off: [] }, now)).toEqual({ ...allHints, since: { estimate: now } });
});

test("what is folded is off, and choosing the same again changes nothing", () => {
  const kinds = fc.subarray([...hintKinds]);
  fc.assert(
    fc.property(kinds, kinds, fc.boolean(), (foldedKinds, off, isOn) => {
      const chosen = switchHints(foldedKinds.reduce(foldKind, allHints), { isOn, off }, now);
      expect(chosen.folded.every((kind) => chosen.off.includes(kind))).toBe(true);
      expect(JSON.stringify(switchHints(chosen, chosen, "2027-01-01T00:00:00.000Z"))).toBe(JSON.stringify(chosen));
    }),
  );
});
