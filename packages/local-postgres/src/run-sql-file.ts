import { readFileSync } from "node:fs";
import pg from "pg";

/**
 * Runs one of the files in `sql/` in a connection of its own.
 * The settings travel as query parameters, never inside the SQL text.
 */
export async function runSqlFile(
  databaseUrl: string,
  file: "roles.sql" | "grant-publisher.sql",
  settings: Record<string, string>,
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  // Without a listener a lost connection would end the process instead of failing this call.
  client.on("error", () => {});
  await client.connect();
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query("SELECT set_config($1, $2, false)", [name, value]);
    await client.query(readFileSync(new URL(`../sql/${file}`, import.meta.url), "utf8"));
  } finally {
    await client.end();
  }
}
