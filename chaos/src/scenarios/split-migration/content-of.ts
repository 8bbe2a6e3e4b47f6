import { withClient } from "@kanban/testing/open-client";

/** Rows and a sum of all their hashes for each table, by its name: equal when every row is. */
export async function contentOf(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    // One moment for all of them, and texts as any session would see them.
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL TIME ZONE 'UTC'");
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' ORDER BY 1`,
    );
    const content: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ sum: string }>(
        `SELECT count(*) || ' rows, ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) AS sum FROM ${name} AS t`,
      );
      content[name] = rows[0]!.sum;
    }
    return content;
  });
}

/** The tables of two that are not the same. */
export function differing(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => before[key] !== after[key])
    .map((key) => `${key}: ${before[key] ?? "not there"} and then ${after[key] ?? "not there"}`);
}
