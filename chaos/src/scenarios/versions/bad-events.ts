import { randomUUID } from "node:crypto";
import type { Rig } from "../../rig/open-rig.ts";
import type { Sent } from "./golden-log.ts";

/** A number every schema takes and no column of PostgreSQL's `integer`: whoever writes it fails, again and again. */
const beyondInteger = 3_000_000_000;

type Base = { golden: (name: string) => Sent };

/** Events of boards of their own that are not what their schemas say, each with the reason it must be parked for. */
export function badEvents({ golden }: Base): { envelope: Sent; reason: RegExp }[] {
  const task = () => ({ ...golden("task.created.v1.json"), id: randomUUID(), boardId: randomUUID(), boardSeq: 1 });
  return [
    { envelope: { ...task(), payload: { card: "none" } }, reason: /task\.created/ },
    { envelope: { ...task(), depth: "deep" }, reason: /envelope/ },
    { envelope: { ...task(), actor: null }, reason: /without its board, seq or actor/ },
  ];
}

/** For the worker: an event that passes every check and that no try can write, and the next one of its board. */
export function poisonForWorker({ golden }: Base): { poison: Sent; next: Sent } {
  const boardId = randomUUID();
  const good = golden("task.created.v1.json") as Sent & { payload: { card: object } };
  const created = (boardSeq: number, version: number): Sent => ({
    ...good,
    id: randomUUID(),
    boardId,
    boardSeq,
    payload: { ...good.payload, card: { ...good.payload.card, id: randomUUID(), version } },
  });
  return { poison: created(1, beyondInteger), next: created(2, 1) };
}

/** For the api: the same, on behalf of somebody about a task of theirs. */
export function poisonForApi(
  { golden }: Base,
  { boardId, taskId, actor }: { boardId: string; taskId: string; actor: unknown },
): Sent {
  const good = golden("hints.proposed.v1.json") as Sent & { payload: { hints: object[] } };
  const hints = good.payload.hints.map((hint) => ({ ...hint, hintId: randomUUID() }));
  const payload = { ...good.payload, taskId, taskVersion: beyondInteger, hints };
  // About no text in particular: one that never was in the log would be passed over.
  return { ...good, id: randomUUID(), boardId, actor, causationId: null, payload };
}

/** Every failed event is due again at once: tries are counted, not waited for. */
export async function hurryRetries({ api, worker }: Rig["databases"]): Promise<void> {
  const backdate = "UPDATE event_handler_failure SET failed_at = now() - interval '1 day'";
  await Promise.all([api.query(backdate), worker.query(backdate)]);
}

export type Fate = { state: "open" | "handled" | "parked" | "not there"; attempts: number; reason: string | null };

/** What became of an event, as whoever looks into the inbox sees it. */
export async function fateOf(pool: Rig["databases"]["api"], id: string): Promise<Fate> {
  const { rows } = await pool.query<Fate>(
    `SELECT CASE WHEN parked_at IS NOT NULL THEN 'parked' WHEN handled_at IS NOT NULL THEN 'handled' ELSE 'open' END AS state,
            attempts, park_reason AS reason
     FROM event_inbox WHERE id = $1`,
    [id],
  );
  return rows[0] ?? { state: "not there", attempts: 0, reason: null };
}
