import type { Pool } from "pg";

/** Everything a database holds of one board, its log included, as one word: equal if and only if nothing differs. */
export type DigestBoard = (boardId: string) => Promise<string>;

export async function prepareDigest(pool: Pool): Promise<DigestBoard> {
  const { rows } = await pool.query<{ name: string; column: string }>(
    `SELECT quote_ident(table_name) AS name, CASE table_name WHEN 'board' THEN 'id' ELSE 'board_id' END AS column
     FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
       AND (table_name = 'board' OR EXISTS (SELECT FROM information_schema.columns AS c
         WHERE c.table_schema = 'public' AND c.table_name = tables.table_name AND c.column_name = 'board_id'))
     ORDER BY 1`,
  );
  const parts = rows.map(
    ({ name, column }) =>
      `SELECT '${name}' || coalesce(string_agg(r::text, ';' ORDER BY r::text), '') FROM ${name} AS r WHERE ${column} = $1`,
  );
  const text = `SELECT md5(string_agg(part, '|')) AS digest FROM (${parts.join(" UNION ALL ")}) AS parts (part)`;
  return async (boardId) => (await pool.query<{ digest: string }>(text, [boardId])).rows[0]!.digest;
}
