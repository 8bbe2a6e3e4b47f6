import pg from "pg";
import type { Credentials } from "./credentials.ts";
import { SIDES, type Side } from "./roles.ts";
import { runSqlFile } from "./run-sql-file.ts";

/** Creates what is missing of the two databases and the four roles, and sets their rights anew. Safe to repeat. */
export async function ensureDatabases(
  adminUrlOf: (database: string) => string,
  credentials: Credentials,
): Promise<void> {
  for (const side of Object.keys(SIDES) as Side[]) {
    const { database, owner, publisher } = SIDES[side];
    await createDatabaseIfMissing(adminUrlOf("postgres"), database);
    await runSqlFile(adminUrlOf(database), "roles.sql", {
      "kanban.owner": owner,
      "kanban.owner_password": credentials[owner],
      "kanban.publisher": publisher,
      "kanban.publisher_password": credentials[publisher],
      "kanban.development": "on",
    });
  }
}

async function createDatabaseIfMissing(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
