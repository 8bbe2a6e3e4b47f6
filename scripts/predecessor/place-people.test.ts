import { expect, test } from "vitest";
import type { OldUser } from "./old-tables.ts";
import { placePeople } from "./sync-people.ts";
import { oldId, oldUser } from "./testing/old-rows.ts";

test.for<[string, Partial<OldUser>, object, object[]]>([
  ["as they are", {}, { name: "Person 1", email: "person1@example.org", timeZone: "UTC" }, []],
  ["with an address in small letters", { email: "Ada@Example.ORG" }, { email: "ada@example.org" }, []],
  [
    "with an address nobody can sign in with",
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
