import { expect, test } from "vitest";
import type { UserId } from "./ids.ts";
import { mentionsIn } from "./mentions-in.ts";

const ids = { ada: "a" as UserId, king: "k" as UserId, bob: "b" as UserId, twin: "t" as UserId };
const members = [
  { userId: ids.ada, name: "Ada" },
  { userId: ids.king, name: "Ada King" },
  { userId: ids.bob, name: "Bob" },
  { userId: ids.twin, name: "Bob" },
];

test.each([
  ["@Ada, please", [ids.ada]],
  ["ask @ada king", [ids.king]],
  ["@ADA and (@Ada King)", [ids.ada, ids.king]],
  ["@Bob", [ids.bob, ids.twin]],
  ["Ada without a sign", []],
  ["mail ada@ada.example", []],
  ["@Adam is another", []],
  ["@", []],
])("“%s” calls %j", (text, called) => {
  expect(mentionsIn(text, members)).toEqual(called);
});
