import pg from "pg";

/*
 * The floor under the whole path of an event, as a process of its own, twice: `relay` copies what is new in one
 * database to the other and marks it, `consumer` marks there what it finds. A table each, NOTIFY, hand-written
 * statements planned once, nothing of ours. Says "ready" when it listens.
 */

const [role, fromUrl, toUrl] = process.argv.slice(2) as [string, string, string];
const from = new pg.Client(fromUrl);
const to = new pg.Client(toUrl);
for (const client of [from, to]) client.on("error", () => process.exit(1));
await Promise.all([from.connect(), to.connect()]);

async function relay(): Promise<number> {
  await from.query("BEGIN");
  const { rows } = await from.query<{ id: string; payload: string }>({
    name: "claim",
    text: `SELECT id, payload::text AS payload FROM raw_source WHERE published_at IS NULL
           ORDER BY position LIMIT 100 FOR UPDATE SKIP LOCKED`,
  });
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) {
    await to.query({
      name: "copy",
      text: `WITH copied AS (INSERT INTO raw_arrived (id, payload) SELECT * FROM unnest($1::uuid[], $2::jsonb[]))
             SELECT pg_notify('raw_arrived', '')`,
      values: [ids, rows.map((row) => row.payload)],
    });
    await from.query({
      name: "mark",
      text: "UPDATE raw_source SET published_at = now() WHERE id = ANY($1::uuid[])",
      values: [ids],
    });
  }
  await from.query("COMMIT");
  return ids.length;
}

async function consume(): Promise<number> {
  const { rowCount } = await from.query({
    name: "claim",
    text: `UPDATE raw_arrived SET handled_at = clock_timestamp() WHERE id IN (
      SELECT id FROM raw_arrived WHERE handled_at IS NULL FOR UPDATE SKIP LOCKED)`,
  });
  return rowCount ?? 0;
}

const listener = new pg.Client(fromUrl);
listener.on("error", () => process.exit(1));
await listener.connect();
const step = role === "relay" ? relay : consume;
let running = Promise.resolve();
listener.on("notification", () => {
  running = running.then(async () => void (await step()));
});
await listener.query(role === "relay" ? "LISTEN raw_source" : "LISTEN raw_arrived");
process.send?.("ready");
process.on("SIGTERM", () => process.exit(0));
