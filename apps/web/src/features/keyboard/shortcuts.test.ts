import { expect, test } from "vitest";
import { keyboardStrings } from "./keyboard.strings.ts";
import { parseKeymap } from "./keymap-store.ts";
import { shortcuts } from "./shortcuts.ts";

test("every command stands in the registry once, with its words", () => {
  expect(shortcuts.map(({ id }) => id).toSorted()).toEqual(Object.keys(keyboardStrings.labels).toSorted());
});

test("a stored keymap is read as far as it is understood", () => {
  expect(parseKeymap('{"preset":"trello","changed":{"archive":["h",3,""],"gone":["g"]}}')).toEqual({
    preset: "trello",
    changed: { archive: ["h"] },
  });
  expect(parseKeymap("[[")).toEqual({ preset: "own", changed: {} });
  expect(parseKeymap(null)).toEqual({ preset: "own", changed: {} });
});
