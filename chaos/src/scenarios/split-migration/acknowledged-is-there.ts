import { withClient } from "@kanban/testing/open-client";

const tellsAnEvent = /^(?:created|moved|edited|completed) task (\S+)/;

/** What the old application was told is done, and is not here. */
export async function acknowledgedIsThere(apiUrl: string, acknowledged: readonly string[]): Promise<string[]> {
  const found = (pattern: RegExp) => acknowledged.flatMap((line) => pattern.exec(line)?.[1] ?? []);
  const deleted = new Set(found(/^deleted task (\S+)/));
  const events = new Map<string, number>();
  for (const id of found(tellsAnEvent)) if (!deleted.has(id)) events.set(id, (events.get(id) ?? 0) + 1);
  return withClient(apiUrl, async (client) => {
    const idsOf = async (query: string, ids: Iterable<string>) =>
      new Set((await client.query<{ id: string }>(query, [[...ids]])).rows.map(({ id }) => id));
    const live = await idsOf("SELECT id FROM task WHERE id = ANY($1) AND deleted_at IS NULL", [
      ...events.keys(),
      ...deleted,
    ]);
    const { rows: told } = await client.query<{ id: string; count: number }>(
      `SELECT aggregate_id AS id, count(*)::int AS count FROM event_log
       WHERE aggregate_id = ANY($1) AND payload ? 'imported' GROUP BY 1`,
      [[...events.keys()]],
    );
    const counts = new Map(told.map(({ id, count }) => [id, count]));
    const wrong = [
      ...[...events.keys()].filter((id) => !live.has(id)).map((id) => `task ${id} is not here`),
      ...[...events]
        .filter(([id, count]) => (counts.get(id) ?? 0) < count)
        .map(([id, count]) => `task ${id} has ${counts.get(id) ?? 0} of ${count} events`),
      ...[...deleted].filter((id) => live.has(id)).map((id) => `deleted task ${id} is still here`),
    ];
    for (const [table, pattern] of [
      ["project", /^added project (\S+)/],
      [`"column"`, /^added column (\S+)/],
      ["board", /^signed up \S+ with board (\S+)/],
    ] as const) {
      const ids = found(pattern);
      const there = await idsOf(`SELECT id FROM ${table} WHERE id = ANY($1)`, ids);
      wrong.push(...ids.filter((id) => !there.has(id)).map((id) => `${table} ${id} is not here`));
    }
    return wrong.map((line) => `acknowledged and lost: ${line}`);
  });
}
