import { deterministicId } from "@kanban/messaging/deterministic-id";
import type { ClientBase } from "pg";
import { copyRows, putRows } from "./copy-rows.ts";
import { keptRows } from "./kept-row-target.ts";
import type { OldUser } from "./old-tables.ts";
import type { People } from "./place-board.ts";
import { heirOf, placePeople } from "./place-people.ts";

/** Brings the accounts to what the old users are, in one transaction; who has gone goes when boards are theirs no more. */
export async function syncPeople(target: ClientBase, users: readonly OldUser[]): Promise<People> {
  const { placed, kept } = placePeople(users);
  const heir = heirOf(placed);
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
