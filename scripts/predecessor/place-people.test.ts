import { expect, test } from "vitest";
import type { OldUser } from "./old-tables.ts";
import { heirOf, placePeople } from "./place-people.ts";
import { oldId, oldUser } from "./testing/old-rows.ts";

test.for<[string, Partial<OldUser>, object, object[]]>([
  ["as they are", {}, { name: "Person 1", email: "person1@example.org", timeZone: "UTC" }, []],
  ["with an address in small letters", { email: "Anna@Example.ORG" }, { email: "anna@example.org" }, []],
  [
    "with an address nobody can sign in with, which is named",
    { email: "Ünal@Example.ORG" },
    { email: "ünal@example.org" },
    [{ email: "Ünal@Example.ORG" }],
  ],
  ["called as their address begins", { name: null }, { name: "person1" }, []],
  ["called so without any letter, too", { name: " \u3000" }, { name: "person1" }, []],
  ["trimmed", { name: " 健二\u3000" }, { name: "健二" }, []],
  ["in their zone", { timezone: "Europe/Zurich" }, { timeZone: "Europe/Zurich" }, []],
  ["in UTC without one", { timezone: null }, { timeZone: "UTC" }, []],
  ["in UTC with one nobody knows", { timezone: "Mars/Olympus" }, { timeZone: "UTC" }, [{ timezone: "Mars/Olympus" }]],
  ["in UTC with an empty one", { timezone: "" }, { timeZone: "UTC" }, [{ timezone: "" }]],
  [
    "in the zone of today's name",
    { timezone: "US/Pacific" },
    { timeZone: "America/Los_Angeles" },
    [{ timezone: "US/Pacific" }],
  ],
  ["without a default board", { defaultBoardId: oldId("board", 1) }, {}, [{ defaultBoardId: oldId("board", 1) }]],
])("people are taken over %s", ([, fields, placed, kept]) => {
  const result = placePeople([oldUser(1, fields)]);
  expect(result.placed).toMatchObject([{ userId: oldId("user", 1), ...placed }]);
  expect(result.kept.map(({ row }) => row)).toEqual(kept);
});

test("the oldest of those with one address has it, the others get one nobody can write to", () => {
  const emails = ["Ada@example.org", "ada@example.org", "ADA@example.org", "bob@example.org"];
  const { placed, kept } = placePeople(emails.map((email, number) => oldUser(number, { email })));
  const [, second, third] = placed;
  expect(placed.map(({ email }) => email)).toEqual([
    ...["ada@example.org", `${second!.userId}@duplicate.invalid`, `${third!.userId}@duplicate.invalid`],
    "bob@example.org",
  ]);
  expect(kept.map(({ id, row }) => [id, row])).toEqual([
    [second!.userId, { email: emails[1] }],
    [third!.userId, { email: emails[2] }],
  ]);
});

test("of accounts with one address the one that is lived in keeps it: with a password, then with more boards", () => {
  const holder = (...users: Partial<OldUser>[]) =>
    placePeople(users.map((user, number) => oldUser(number, { email: "ada@example.org", ...user }))).placed.findIndex(
      ({ email }) => email === "ada@example.org",
    );
  expect(holder({ boards: 9 }, { passwordHash: "$argon2id$" })).toBe(1);
  expect(holder({ boards: 1 }, { boards: 2 })).toBe(1);
  expect(holder({}, {})).toBe(0);
});

test("what has no owner goes to the oldest account somebody can sign in to, or to the oldest", () => {
  const heir = (...users: Partial<OldUser>[]) =>
    heirOf(placePeople(users.map((user, number) => oldUser(number, user))).placed)?.userId;
  expect(heir({}, { passwordHash: "$argon2id$" }, { passwordHash: "$argon2id$" })).toBe(oldId("user", 1));
  expect(heir({}, {})).toBe(oldId("user", 0));
  expect(heir()).toBeUndefined();
});
