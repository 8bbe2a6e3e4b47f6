import { canonicalTimeZone } from "@kanban/api/user/time-zone";
import type { UserId } from "@kanban/domain/ids";
import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { ClientBase } from "pg";
import { z } from "zod";
import { copyRows, putRows } from "./copy-rows.ts";
import { createKeeper, type KeptRow } from "./keeper.ts";
import { keptRows } from "./kept-row-target.ts";
import type { OldUser } from "./old-tables.ts";
import { instantOf } from "./old-time.ts";
import type { People } from "./place-board.ts";
import type { Person } from "./wanted.ts";

type PlacedUser = Person & { email: string; createdAt: string; passwordHash: string | null };

/** The accounts the old users get, oldest first, and what of them has no place. */
export function placePeople(users: readonly OldUser[]): { placed: PlacedUser[]; kept: KeptRow[] } {
  const keeper = createKeeper(null);
  const taken = new Set<string>();
  const placed = users.map(({ id, email, name, timezone, defaultBoardId, createdAt, passwordHash }): PlacedUser => {
    const keep = (columns: object, reason: string) => keeper.keepColumns("User", id, columns, reason);
    const zone = canonicalTimeZone(timezone ?? "UTC");
    if (zone === null) keep({ timezone }, "a time zone that is none: it is UTC");
    else if (timezone !== null && zone !== timezone) keep({ timezone }, `an older name of the time zone ${zone}`);
    if (defaultBoardId !== null) keep({ defaultBoardId }, "there is no default board: the last one seen opens");
    let address = email.toLowerCase();
    if (taken.has(address)) {
      keep(
        { email },
        "an older account has this address in other letters: nobody can sign in to this one until it gets another",
      );
      address = `${id}@duplicate.invalid`;
    } else if (!z.email().max(254).safeParse(address).success) {
      // The sign-in reads addresses so, and refuses others before it looks for an account.
      keep({ email }, "an address the sign-in does not take: nobody can sign in to this account until it gets another");
    }
    taken.add(address);
    return {
      userId: id as UserId,
      name: name?.trim() || email.split("@")[0]!,
      ...{ email: address, timeZone: zone ?? "UTC", createdAt: instantOf(createdAt), passwordHash },
    };
  });
  return { placed, kept: keeper.list() };
}

/** Brings the accounts to what the old users are, in one transaction; who has gone goes when boards are theirs no more. */
export async function syncPeople(target: ClientBase, users: readonly OldUser[]): Promise<People> {
  const { placed, kept } = placePeople(users);
  const [heir] = placed;
  if (!heir) throw new Error("The old database has no users: there is nobody to give its boards to.");
  await target.query("BEGIN");
  await target.query(`UPDATE "user" SET email = id || '@passing.invalid' WHERE id = ANY($1)`, [
    placed.map(({ userId }) => userId),
  ]);
  await putRows(
    target,
    { table: "user", columns: ["id", "name", "email", "time_zone", "created_at"], key: ["id"] },
    placed.map(({ userId, name, email, timeZone, createdAt }) => [userId, name, email, timeZone, createdAt]),
  );
  await putRows(
    target,
    {
      table: "account",
      columns: ["id", "user_id", "account_id", "provider_id", "password", "created_at"],
      key: ["id"],
    },
    placed
      .filter(({ passwordHash }) => passwordHash !== null)
      .map(({ userId, passwordHash, createdAt }) => [
        ...[deterministicId(userId, "credential"), userId, userId, "credential", passwordHash, createdAt],
      ]),
  );
  await target.query(`DELETE FROM predecessor_row WHERE "table" = 'User' AND board_id IS NULL`);
  await copyRows(target, keptRows, keptRows.from(kept));
  await target.query("COMMIT");
  return { byId: new Map(placed.map((person) => [person.userId, person])), heir };
}

/**
 * Removes whoever has gone from the old database since, when no board or task here is theirs any more; somebody who has
 * been here is nobody of the old ones. The oldest account administers if nobody does.
 */
export async function forgetPeople(target: ClientBase, { byId, heir }: People): Promise<void> {
  await target.query("BEGIN");
  await target.query(
    `DELETE FROM "user" u WHERE id <> ALL($1) AND NOT EXISTS (SELECT FROM session WHERE user_id = u.id)`,
    [[...byId.keys()]],
  );
  await target.query(
    `UPDATE "user" SET is_admin = true WHERE id = $1 AND NOT EXISTS (SELECT FROM "user" WHERE is_admin)`,
    [heir.userId],
  );
  await target.query("COMMIT");
}
