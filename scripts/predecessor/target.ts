import pg from "pg";
import { withoutTimeLimits } from "./old-source.ts";

/** One move at a time works on a target; any constant of our own. */
const moveLock = 7_301_144;

/** The move cannot begin: nothing was changed, and the message says what to do. */
export class MoveRefused extends Error {
  override name = "MoveRefused";
}

/** A move that was killed leaves a statement running, which notices within a second that nobody waits for it. */
const waitForOtherMs = 20_000;

/** Opens `kanban_api` for a move. @throws MoveRefused when another move is at it. */
export async function openTarget(url: string, waitMs = waitForOtherMs): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "kanban-migrate",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  await client.query(`SET TIME ZONE 'UTC'; SET DateStyle = 'ISO'; ${withoutTimeLimits}`);
  // Not every system lets a server look: then it notices when it next has something to say.
  await client.query("SET client_connection_check_interval = '1s'").catch(() => {});
  try {
    await client.query(`SET lock_timeout = ${waitMs}`);
    await client.query("SELECT pg_advisory_lock($1)", [moveLock]);
    await client.query("SET lock_timeout = 0");
    return client;
  } catch (error) {
    await client.end();
    if (error instanceof pg.DatabaseError && error.code === "55P03")
      throw new MoveRefused("Another move works on this database right now.");
    throw error;
  }
}

/** @throws MoveRefused when api, worker or another tool of ours is connected. */
export async function requireUnused(side: string, client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'kanban-%' AND application_name <> 'kanban-migrate' AND pid <> pg_backend_pid()`,
  );
  if (rows.length > 0)
    throw new MoveRefused(
      `The ${side} database is in use (${rows.map(({ name }) => name).join(", ")}). Stop api and worker first.`,
    );
}

/** What a database holds that is not its schema: only an empty one can take the predecessor's rows. */
export async function isEmpty(client: pg.ClientBase, tables: readonly string[]): Promise<boolean> {
  for (const table of tables) {
    const { rows } = await client.query<{ isThere: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS "isThere"`, [
      table,
    ]);
    if (rows[0]?.isThere && ((await client.query(`SELECT FROM ${table} LIMIT 1`)).rowCount ?? 0) > 0) return false;
  }
  return true;
}

/** Which server and database this is, whatever its address is called. */
export async function identityOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ identity: string }>(
    `SELECT (SELECT system_identifier FROM pg_control_system()) || '/' ||
       (SELECT oid FROM pg_database WHERE datname = current_database()) AS identity`,
  );
  return rows[0]!.identity;
}
