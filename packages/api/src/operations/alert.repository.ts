import { workerReportSchema } from "@kanban/events/operations-events";
import { z } from "zod";
import type { SqlTx } from "../context.ts";
import type { SetAside } from "./alert-letter.ts";

/** Everything that is set aside on either side: here as it is, at the worker as it last said. Oldest first. */
export async function listSetAside(tx: SqlTx): Promise<SetAside[]> {
  const parked = await tx.sql<{ id: string; type: string; at: Date }>`
    SELECT id::text, left(type, 100) AS type, parked_at AS at FROM event_inbox
    WHERE parked_at IS NOT NULL AND discarded_at IS NULL ORDER BY parked_at LIMIT 500`;
  const [kept] = await tx.sql<{ report: unknown }>`SELECT report FROM worker_report`;
  const report = workerReportSchema.safeParse(kept?.report).data;
  const here = parked.map(({ at, ...event }): SetAside => {
    return { kind: "event", side: "api", ...event, at: at.toISOString() };
  });
  const there = (report?.bridge.parked ?? []).map(({ eventId, type, parkedAt }): SetAside => {
    return { kind: "event", side: "worker", id: eventId, type, at: parkedAt };
  });
  const jobs = (report?.jobs.deadLetters ?? []).map(({ jobId, queue, failedAt }): SetAside => {
    return { kind: "job", side: "worker", id: jobId, type: queue, at: failedAt };
  });
  return [...here, ...there, ...jobs].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Of these keys, the ones nobody has been told of, which counts as done when this transaction commits. */
export async function takeUntold(tx: SqlTx, keys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql<{ key: string }>`
    INSERT INTO idempotency_key (actor_key, mutation_id, procedure, input_hash)
    SELECT 'instance', key::uuid, 'operations.alert', '' FROM unnest(${keys}::text[]) AS key
    ON CONFLICT DO NOTHING RETURNING mutation_id::text AS key`;
  return new Set(rows.map(({ key }) => key));
}

/** One replica at a time, and at most once in `everySeconds`: whether a letter may be written now. */
export async function mayAlert(tx: SqlTx, everySeconds: number): Promise<boolean> {
  const rows = await tx.sql`
    SELECT id FROM instance
    WHERE alerted_at IS NULL OR alerted_at < now() - ${everySeconds}::float8 * interval '1 second'
    FOR UPDATE`;
  return rows.length === 1;
}

/** From now on the pause between two letters runs. */
export async function markAlerted(tx: SqlTx): Promise<void> {
  await tx.sql`UPDATE instance SET alerted_at = now()`;
}

/** The administrators a letter can reach. The demo account is nobody. */
export async function listOperators(tx: SqlTx): Promise<{ id: string; email: string }[]> {
  const rows = await tx.sql<{ id: string; email: string }>`
    SELECT id::text, email FROM "user" WHERE is_admin AND NOT is_demo ORDER BY id`;
  return rows.filter(({ email }) => z.email().safeParse(email).success);
}
