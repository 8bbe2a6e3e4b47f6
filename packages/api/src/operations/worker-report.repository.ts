import { type WorkerReport, workerReportSchema } from "@kanban/events/operations-events";
import type { Pool, SqlTx } from "../context.ts";

/** Keeps what the worker last said of itself; an older report never takes the place of a newer one. */
export async function keepWorkerReport({ pool }: { pool: Pool }, report: WorkerReport): Promise<void> {
  await pool.query(
    `INSERT INTO worker_report AS kept (id, report, reported_at) VALUES (1, $1, $2)
     ON CONFLICT (id) DO UPDATE SET report = EXCLUDED.report, reported_at = EXCLUDED.reported_at
     WHERE kept.reported_at < EXCLUDED.reported_at`,
    [JSON.stringify(report), report.reportedAt],
  );
}

/** The newest report, and when anything at all was last heard of the worker; `null` for never. */
export async function findWorkerReport(
  pool: Pool,
): Promise<{ report: WorkerReport | null; lastHeardAt: string | null }> {
  const { rows } = await pool.query<{ report: unknown; lastHeardAt: Date | null }>(
    `SELECT (SELECT report FROM worker_report) AS report,
            greatest((SELECT reported_at FROM worker_report),
                     (SELECT received_at FROM event_inbox ORDER BY position DESC LIMIT 1)) AS "lastHeardAt"`,
  );
  // One of another version counts as none.
  const read = workerReportSchema.safeParse(rows[0]?.report);
  return { report: read.success ? read.data : null, lastHeardAt: rows[0]?.lastHeardAt?.toISOString() ?? null };
}

/**
 * Whether the worker may be asked for a report: no request is still on its way, and none has left within `everySeconds`.
 * Holds off the others until the transaction ends.
 */
export async function mayAskForReport(tx: SqlTx, everySeconds: number): Promise<boolean> {
  await tx.sql`SELECT id FROM instance FOR UPDATE`;
  const asked = await tx.sql`
    SELECT 1 FROM event_log
    WHERE type = 'report.requested' AND board_seq IS NULL
      AND (published_at IS NULL OR published_at > now() - ${everySeconds}::float8 * interval '1 second') LIMIT 1`;
  return asked.length === 0;
}
