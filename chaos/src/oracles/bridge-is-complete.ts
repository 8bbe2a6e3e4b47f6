import { nothingIsSetAside } from "./nothing-is-set-aside.ts";
import type { Oracle } from "./oracle.ts";

/** G2, G3: what one side said the other has, once, in each board's order, handled and not set aside. */
export const bridgeIsComplete: Oracle = async ({ databases }) => {
  const ids = async (side: "api" | "worker", text: string) =>
    (await databases[side].query<{ id: string }>(text)).rows.map(({ id }) => id);
  const [said, heard, answered, received] = await Promise.all([
    ids("api", "SELECT id FROM event_log"),
    ids("worker", "SELECT id FROM event_inbox"),
    ids("worker", "SELECT id FROM event_outbox"),
    ids("api", "SELECT id FROM event_inbox"),
  ]);
  const { rows: disordered } = await databases.worker.query<{ boardId: string; seq: number }>(
    `SELECT "boardId", seq FROM (
       SELECT envelope ->> 'boardId' AS "boardId", (envelope ->> 'boardSeq')::int AS seq,
         lag((envelope ->> 'boardSeq')::int) OVER (PARTITION BY envelope ->> 'boardId' ORDER BY position) AS before
       FROM event_inbox WHERE jsonb_typeof(envelope -> 'boardSeq') = 'number') AS arrivals
     WHERE seq <> before + 1`,
  );
  return [
    ...missing(said, heard).map((id) => `event ${id} of the api never reached the worker`),
    ...missing(heard, said).map((id) => `event ${id} reached the worker and is not in the log`),
    ...missing(answered, received).map((id) => `event ${id} of the worker never reached the api`),
    ...missing(received, answered).map((id) => `event ${id} reached the api and is not in the outbox`),
    ...disordered.map(({ boardId, seq }) => `event ${seq} of board ${boardId} arrived out of order`),
    ...(await nothingIsSetAside({ databases })),
  ];
};

function missing(from: readonly string[], there: readonly string[]): string[] {
  const known = new Set(there);
  return from.filter((id) => !known.has(id));
}
