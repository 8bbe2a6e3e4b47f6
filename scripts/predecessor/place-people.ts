import { canonicalTimeZone } from "@kanban/api/user/time-zone";
import type { UserId } from "@kanban/domain/ids";
import { z } from "zod";
import { createKeeper, type KeptRow } from "./keeper.ts";
import type { OldUser } from "./old-tables.ts";
import { instantOf } from "./old-time.ts";
import type { Person } from "./wanted.ts";

export type PlacedUser = Person & { email: string; createdAt: string; passwordHash: string | null };

/** The accounts the old users get, oldest first, and what of them has no place. */
export function placePeople(users: readonly OldUser[]): { placed: PlacedUser[]; kept: KeptRow[] } {
  const keeper = createKeeper(null);
  const holders = holdersOf(users);
  const placed = users.map(({ id, email, name, timezone, defaultBoardId, createdAt, passwordHash }): PlacedUser => {
    const keep = (columns: object, reason: string) => keeper.keepColumns("User", id, columns, reason);
    const zone = canonicalTimeZone(timezone ?? "UTC");
    if (zone === null) keep({ timezone }, "a time zone that is none: it is UTC");
    else if (timezone !== null && zone !== timezone) keep({ timezone }, `an older name of the time zone ${zone}`);
    if (defaultBoardId !== null) keep({ defaultBoardId }, "there is no default board: the last one seen opens");
    let address = email.toLowerCase();
    if (holders.get(address) !== id) {
      keep(
        { email },
        "another account has this address in other letters: this one needs another before anybody can sign in",
      );
      address = `${id}@duplicate.invalid`;
    } else if (!z.email().safeParse(address).success)
      keep({ email }, "an address nobody can sign in with here: it needs another");
    return {
      userId: id as UserId,
      name: name?.trim() || email.split("@")[0]!,
      ...{ email: address, timeZone: zone ?? "UTC", createdAt: instantOf(createdAt), passwordHash },
    };
  });
  return { placed, kept: keeper.list() };
}

/** Of accounts whose addresses differ by case alone, the one that is lived in keeps it: with a password, boards, age. */
function holdersOf(users: readonly OldUser[]): Map<string, string> {
  const byAddress = Map.groupBy(users, ({ email }) => email.toLowerCase());
  return new Map([...byAddress].map(([address, twins]) => [address, twins.toSorted(byUse)[0]!.id]));
}

function byUse(a: OldUser, b: OldUser): number {
  const canSignIn = (user: OldUser) => Number(user.passwordHash !== null);
  return canSignIn(b) - canSignIn(a) || b.boards - a.boards || (a.createdAt < b.createdAt ? -1 : 1);
}

/** Who gets what has no owner, and administers: the oldest account somebody can sign in to. */
export function heirOf(placed: readonly PlacedUser[]): PlacedUser | undefined {
  return placed.find(({ passwordHash }) => passwordHash !== null) ?? placed[0];
}
