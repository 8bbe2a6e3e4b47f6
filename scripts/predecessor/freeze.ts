import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { type OldSource, splitUrl, withoutTimeLimits } from "./old-source.ts";

/** Holds the old tables still: whoever writes waits, whoever reads goes on. Ends with the connection, whatever happens. */
export type Freeze = {
  /** @throws when a connection was lost meanwhile: then somebody may have written. */
  requireHeld(): Promise<void>;
  /** Lets go; seconds the writers had to wait. */
  end(): Promise<number>;
};

/** A writer's transaction is waited for that long before the tables are tried again, so that no queue builds up behind. */
const lockTimeout = "5s";
const attempts = 12;

/**
 * Stops writes to the old tables, and to the worker's copy of them, once what is being written has been committed.
 * @throws when the role may not lock them while somebody else is connected, or somebody never commits.
 */
export async function freeze(source: OldSource): Promise<Freeze> {
  const held: pg.Client[] = [];
  const end = () => Promise.all(held.map((client) => client.end()));
  try {
    for (const one of bothOf(source)) {
      const client = await openToWrite(one.url);
      held.push(client);
      await lock(client, one);
    }
  } catch (error) {
    await end();
    throw error;
  }
  const begin = performance.now();
  return {
    async requireHeld() {
      try {
        for (const client of held) await client.query("SELECT");
      } catch (cause) {
        throw new Error("The connection that kept writers waiting was lost: --resume brings what they wrote.", {
          cause,
        });
      }
    },
    async end() {
      await end();
      return (performance.now() - begin) / 1_000;
    },
  };
}

type Place = Pick<OldSource, "url"> & { copy: Place | null };

function bothOf<Source extends { copy: Source | null }>(source: Source): Source[] {
  return source.copy ? [source, source.copy] : [source];
}

async function lock(client: pg.Client, { schema, present }: OldSource): Promise<void> {
  const tables = [...present.keys()].map((table) => `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`);
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`BEGIN READ WRITE; SET LOCAL lock_timeout = '${lockTimeout}'`);
      await client.query(`LOCK TABLE ${tables.join(", ")} IN SHARE MODE`);
      return;
    } catch (error) {
      await client.query("ROLLBACK");
      if (isRefused(error)) return requireQuiet(client);
      if (!isTimeout(error) || attempt === attempts) throw error;
      await delay(250);
    }
  }
}

async function openToWrite(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: splitUrl(url).href, application_name: "kanban-migrate" });
  client.on("error", () => {});
  await client.connect();
  // A sealed database says read-only to whoever connects; a seal is taken off from inside.
  await client.query(`SET default_transaction_read_only = off; ${withoutTimeLimits}`);
  return client;
}

const sqlState = (error: unknown) => (error instanceof pg.DatabaseError ? error.code : undefined);
const isRefused = (error: unknown) => sqlState(error) === "42501";
const isTimeout = (error: unknown) => sqlState(error) === "55P03" || sqlState(error) === "40P01";

/**
 * A role that may only read cannot hold anybody back: then nobody may be there. What others' connections are, it may not
 * see either: whoever has a role and is not known to work in the background counts.
 */
async function requireQuiet(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'
       AND application_name IS DISTINCT FROM 'kanban-migrate'`,
  );
  if (rows[0]!.others > 0)
    throw new Error(
      "This role may not lock the old tables, and somebody is connected: stop the old application, then --resume.",
    );
}

/**
 * Makes the old database refuse writes for good, and ends the connections of the old application, whose writes would
 * be lost from now on. Answers false when the role may not: then the old application must be stopped by hand.
 */
export async function seal(source: Place): Promise<boolean> {
  let isSealed = true;
  for (const { url } of bothOf(source)) isSealed = (await sealDatabase(url)) && isSealed;
  return isSealed;
}

async function sealDatabase(url: string): Promise<boolean> {
  return inDatabase(url, async (client, database) => {
    try {
      await client.query(`ALTER DATABASE ${database} SET default_transaction_read_only = on`);
    } catch (error) {
      if (isRefused(error)) return false;
      throw error;
    }
    await endEarlier(client);
    return true;
  });
}

/** How long a connection may take to appear among the others after it has read what the database says. */
const appearsWithinMs = 250;
const endsWithinMs = 10_000;

/**
 * Ends the connections that began before now, and waits until they have: what they were told then, they may go by. Those
 * of roles that are none of ours stay.
 */
async function endEarlier(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ now: string }>("SELECT clock_timestamp()::text AS now");
  const begin = performance.now();
  for (let quietLooks = 0; quietLooks < 2;) {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> 'kanban-migrate'
         AND backend_start <= $1 AND pg_has_role(usesysid, 'MEMBER')`,
      [rows[0]!.now],
    );
    quietLooks = rowCount === 0 ? quietLooks + 1 : 0;
    if (performance.now() - begin > endsWithinMs) throw new Error("Connections to the old database do not end.");
    if (quietLooks < 2) await delay(rowCount === 0 ? appearsWithinMs : 20);
  }
}

/** Takes the seal off, if there is one: the old database is as it was. */
export async function unseal(source: Place): Promise<void> {
  for (const { url } of bothOf(source))
    await inDatabase(url, async (client, database) => {
      const { rowCount } = await client.query(
        `SELECT FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase
         WHERE datname = current_database() AND setrole = 0 AND 'default_transaction_read_only=on' = ANY (setconfig)`,
      );
      // A role that may only read has sealed nothing, and may take nothing off.
      if (rowCount === 0) return;
      await client.query(`ALTER DATABASE ${database} RESET default_transaction_read_only`);
    });
}

async function inDatabase<Result>(
  url: string,
  work: (client: pg.Client, database: string) => Promise<Result>,
): Promise<Result> {
  const client = await openToWrite(url);
  try {
    const { rows } = await client.query<{ name: string }>("SELECT current_database() AS name");
    return await work(client, pg.escapeIdentifier(rows[0]!.name));
  } finally {
    await client.end();
  }
}
