import type { Oracle } from "./oracle.ts";

/** G2, G3: what the worker knows of every task is what the API has, and it stands where the boards stand. */
export const projectionIsEqual: Oracle = async ({ databases }) => {
  const fields = (row: string) => `${row}.title, ${row}.notes`;
  const [{ rows: stored }, { rows: known }] = await Promise.all([
    databases.api.query<{ id: string; facts: string }>(
      `SELECT t.id, concat_ws('|', ${fields("t")}, c.kind, t.finished_at IS NOT NULL,
         coalesce(t.deleted_at, t.archived_at) IS NOT NULL) AS facts
       FROM task t JOIN "column" c ON c.id = t.column_id`,
    ),
    databases.worker.query<{ id: string; facts: string }>(
      `SELECT task_id AS id, concat_ws('|', ${fields("p")}, kind, finished_at IS NOT NULL, gone_at IS NOT NULL) AS facts
       FROM task_projection AS p`,
    ),
  ]);
  const [{ rows: clocks }, { rows: cursors }] = await Promise.all([
    databases.api.query<{ id: string; seq: string }>("SELECT id, seq FROM board"),
    databases.worker.query<{ id: string; seq: string }>("SELECT board_id AS id, seq FROM board_cursor"),
  ]);
  return [
    ...differences(stored, known, ({ facts }) => facts).map((text) => `task ${text}`),
    ...differences(clocks, cursors, ({ seq }) => seq).map((text) => `board ${text}`),
  ];
};

function differences<Row extends { id: string }>(stored: Row[], known: Row[], say: (row: Row) => string): string[] {
  const byId = new Map(known.map((row) => [row.id, say(row)]));
  const wrong = stored
    .filter((row) => byId.get(row.id) !== say(row))
    .map((row) => `${row.id} is "${say(row)}", the worker knows "${byId.get(row.id) ?? "nothing"}"`);
  const real = new Set(stored.map(({ id }) => id));
  return [
    ...wrong,
    ...known.filter(({ id }) => !real.has(id)).map(({ id }) => `${id} is not there, the worker knows it`),
  ];
}
