import { randomUUID } from "node:crypto";
import pg from "pg";

export type RawConsumer = {
  /** Inserts one event and notifies; resolves with its id when that is committed. */
  append(): Promise<string>;
  stop(): Promise<void>;
};

/** The floor under moving events: a table, NOTIFY, a listener that claims what is there and commits. */
export async function startRawConsumer(url: string): Promise<RawConsumer> {
  const writers = new pg.Pool({ connectionString: url, max: 4 });
  writers.on("error", () => {});
  await writers.query("CREATE TABLE raw_event (id uuid PRIMARY KEY, payload jsonb NOT NULL, handled_at timestamptz)");
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  await client.query("LISTEN raw_event");
  let running = Promise.resolve();
  client.on("notification", () => {
    running = running.then(async () => {
      await client.query({
        name: "claim",
        text: `UPDATE raw_event SET handled_at = clock_timestamp() WHERE id IN (
          SELECT id FROM raw_event WHERE handled_at IS NULL FOR UPDATE SKIP LOCKED)`,
      });
    });
  });
  const payload = JSON.stringify({ title: "Water the plants", columnId: randomUUID() });
  return {
    append: async () => {
      const id = randomUUID();
      await writers.query({
        name: "append",
        text: "WITH e AS (INSERT INTO raw_event (id, payload) VALUES ($1, $2)) SELECT pg_notify('raw_event', '')",
        values: [id, payload],
      });
      return id;
    },
    stop: async () => {
      await running;
      await Promise.all([client.end(), writers.end()]);
    },
  };
}
