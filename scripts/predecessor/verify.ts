import type { ClientBase } from "pg";
import { compare, type Compared } from "./compare.ts";
import { comparisons } from "./comparisons.ts";
import { countVoid, looseRows, readVoidAt } from "./keep-loose-rows.ts";
import { endSnapshot, type OldSource } from "./old-source.ts";
import { verifyCopy } from "./verify-copy.ts";

/** How the two sides compare, and how many rows of each old table are where. */
export type Verified = {
  isRight: boolean;
  compared: Compared[];
  counts: { table: string; old: number; carried: number; kept: number; notCarried: number }[];
};

/**
 * Compares every column that was carried, row by row in the order of the keys, everything that is kept, and for each
 * old table whether all of its rows are somewhere. Reads both sides at one moment each; changes nothing.
 */
export async function verify(source: OldSource, target: ClientBase): Promise<Verified> {
  const { client, copy, present, schema } = source;
  const snapshot = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  await client.query(snapshot);
  await copy?.client.query(snapshot);
  await target.query(snapshot);
  try {
    const voidAt = await readVoidAt(target);
    const compared: Compared[] = [];
    for (const comparison of comparisons(source)) compared.push(await compare(client, target, comparison));
    const loose = Map.groupBy(looseRows(source, voidAt), ({ table }) => table);
    for (const [table, queries] of loose) {
      const old = queries.map(({ text }) => `SELECT id, row FROM (${text}) AS l`).join(" UNION ALL ");
      compared.push(
        await compare(client, target, {
          table: `${table} (kept)`,
          old: `SELECT id, md5(row::text) FROM (${old}) AS l ORDER BY id COLLATE "C"`,
          new: `SELECT id, md5("row"::text) FROM predecessor_row
                WHERE "table" = '${table}' AND kind = 'row' AND board_id IS NULL ORDER BY id COLLATE "C"`,
        }),
      );
    }
    if (copy) compared.push(...(await verifyCopy(source, copy, target)));
    const kept = await target.query<{ table: string; rows: number }>(
      `SELECT "table", count(*)::int AS rows FROM predecessor_row WHERE kind = 'row' GROUP BY 1`,
    );
    const notCarried = await countVoid(source, voidAt);
    const counts: Verified["counts"] = [];
    for (const table of present.keys()) {
      if (table === "_prisma_migrations") continue;
      const { rows } = await client.query<{ rows: string }>(
        `SELECT count(*) AS rows FROM ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`,
      );
      counts.push({
        table,
        old: Number(rows[0]!.rows),
        carried: compared.find((one) => one.table === table)?.new.rows ?? 0,
        kept: kept.rows.find((one) => one.table === table)?.rows ?? 0,
        notCarried: notCarried.find((one) => one.table === table)?.rows ?? 0,
      });
    }
    const isRight =
      compared.every(({ old, new: now }) => old.sha256 === now.sha256 && old.rows === now.rows) &&
      counts.every((count) => count.old === count.carried + count.kept + count.notCarried);
    return { isRight, compared, counts };
  } finally {
    for (const one of [client, ...(copy ? [copy.client] : []), target]) await endSnapshot(one);
  }
}
