import type { ClientBase } from "pg";
import { withDatabase } from "../backup/with-database.ts";
import { unseal } from "./freeze.ts";
import { readMove } from "./move-state.ts";
import type { OldSource } from "./old-source.ts";
import { MoveRefused, requireUnused } from "./target.ts";

/**
 * Undoes a move, finished or not: both databases are empty again, as they were before it, and the old one takes writes
 * again; its rows were never touched. Safe to repeat.
 * @throws MoveRefused while api or worker run, when `source` is not where it came from, and when somebody
 * has worked here since (unless `discard`).
 */
export async function rollBack(
  { source, target, workerUrl }: { source: OldSource; target: ClientBase; workerUrl: string },
  discard: boolean,
): Promise<void> {
  const move = await readMove(target);
  if (move) {
    if (move.source !== source.name)
      throw new MoveRefused(`kanban_api holds what was moved from ${move.source}: name that one with --from.`);
    await requireUnused("api", target);
    await withDatabase(workerUrl, (worker) => requireUnused("worker", worker));
    const { rows } = await target.query<{ changes: number }>(
      `SELECT count(*)::int AS changes FROM event_log WHERE board_seq IS NOT NULL AND actor ->> 'means' <> 'import'`,
    );
    if (rows[0]!.changes > 0 && !discard)
      throw new MoveRefused(
        `People have made ${rows[0]!.changes} changes here since the move; a rollback loses them. Back up, then add --discard.`,
      );
    await withDatabase(workerUrl, empty);
    await empty(target);
  }
  await unseal(source);
}

/** Everything but the schema and the one row that says which database this is; that one begins a new epoch. */
async function empty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('_prisma_migrations', 'instance')`,
  );
  await client.query("BEGIN");
  await client.query("DROP SCHEMA IF EXISTS pgboss CASCADE");
  if (rows.length > 0) {
    await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")} RESTART IDENTITY`);
    await client.query("UPDATE instance SET epoch = gen_random_uuid(), incarnation = NULL, sent_up_to = NULL");
  }
  await client.query("COMMIT");
}
