import { expect, test } from "vitest";
import { type Begun, type Binding, nothingBegun, pressKey } from "./match-keys.ts";

const bindings: Binding[] = [
  { id: "go-boards", binding: "g b" },
  { id: "archive", binding: "e" },
  { id: "redo", binding: "Shift+Z" },
];

/** The commands that presses call for, each press by its candidates. */
function type(presses: readonly (readonly string[])[], gapMs = 100): string[] {
  let begun: Begun = nothingBegun;
  return presses.flatMap((candidates, index) => {
    const answer = pressKey(begun, candidates, 10_000 + index * gapMs, bindings);
    begun = answer.begun;
    return answer.found.map(({ id }) => id);
  });
}

test("one press, a sequence, and a letter with Shift are found", () => {
  expect(type([["e"]])).toEqual(["archive"]);
  expect(type([["g"], ["b"]])).toEqual(["go-boards"]);
  expect(type([["Shift+z"]])).toEqual(["redo"]);
});

test("a sequence by place on the keyboard is found, too", () => {
  expect(
    type([
      ["п", "g"],
      ["и", "b"],
    ]),
  ).toEqual(["go-boards"]);
});

test("a sequence that leads nowhere begins anew with its last press", () => {
  expect(type([["g"], ["e"]])).toEqual(["archive"]);
  expect(type([["g"], ["g"], ["b"]])).toEqual(["go-boards"]);
});

test("a sequence is forgotten after a while", () => {
  expect(type([["g"], ["b"]], 5_000)).toEqual([]);
});
