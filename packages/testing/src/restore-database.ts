import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { TestDatabase } from "./clone-database.ts";
import { withClient } from "./open-client.ts";

/** A database as it was at one moment. */
export type Backup = {
  /** Puts it in the place of the database as that is now; whoever is connected is cut off and may come back. */
  restore(): Promise<void>;
  drop(): Promise<void>;
};

/** Copies a database as it is now, while others work on it: they are cut off and may come back. */
export async function backUp(database: Pick<TestDatabase, "name" | "adminUrl">): Promise<Backup> {
  const { name } = database;
  const copy = `backup_${randomUUID().replaceAll("-", "")}`;
  const elsewhere = new URL(database.adminUrl);
  elsewhere.pathname = "/postgres";
  const asAdmin = (work: (client: pg.Client) => Promise<void>) => withClient(elsewhere.href, work);
  await asAdmin(async (client) => {
    await withoutConnections(client, name, () => client.query(copyOf(name, copy)));
  });
  return {
    restore: () =>
      asAdmin(async (client) => {
        const { rows } = await client.query<{ owner: string; grantee: string }>(
          `SELECT pg_get_userbyid(datdba) AS owner, pg_get_userbyid(acl.grantee) AS grantee
           FROM pg_database, aclexplode(datacl) AS acl WHERE datname = $1 AND acl.grantee <> datdba AND acl.grantee <> 0`,
          [name],
        );
        await client.query(`DROP DATABASE "${name}" WITH (FORCE)`);
        await client.query(`${copyOf(copy, name)} OWNER "${rows[0]?.owner}"`);
        await client.query(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`);
        for (const { grantee } of rows) await client.query(`GRANT CONNECT ON DATABASE "${name}" TO "${grantee}"`);
      }),
    drop: async () => {
      await asAdmin(async (client) => {
        await client.query(`DROP DATABASE IF EXISTS "${copy}" WITH (FORCE)`);
      });
    },
  };
}

function copyOf(source: string, target: string): string {
  return `CREATE DATABASE "${target}" TEMPLATE "${source}" STRATEGY FILE_COPY`;
}

/** A template must be nobody's at the moment. */
async function withoutConnections(client: pg.Client, name: string, work: () => Promise<unknown>): Promise<void> {
  await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
  try {
    await client.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1", [name]);
    await work();
  } finally {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`);
  }
}
