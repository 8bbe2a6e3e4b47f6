import { randomUUID } from "node:crypto";
import type { WorkerReport } from "@kanban/events/operations-events";
import type { Pool } from "../context.ts";

/** Puts an event into the API's inbox as the worker's publisher would, set aside already. */
export async function parkEvent(pool: Pool, { reason = "failed 6 times: Error: away", at = "now" } = {}) {
  const id = randomUUID();
  await pool.query(
    `INSERT INTO event_inbox (id, type, version, envelope, attempts, parked_at, park_reason)
     VALUES ($1, 'hints.proposed', 1, $2, 6, $3::timestamptz, $4)`,
    [id, JSON.stringify({ id, boardId: null }), at, reason],
  );
  return id;
}

const quiet = { waiting: 0, oldestSeconds: 0 };

/** What a worker at rest says of itself. */
export function reportAt(reportedAt: string, jobs: Partial<WorkerReport["jobs"]> = {}): WorkerReport {
  return {
    reportedAt,
    bridge: {
      outbox: quiet,
      inbox: { ...quiet, failing: 0, parked: 0, boardsWaiting: 0 },
      parked: [],
      failures: [],
      lastErrors: [],
    },
    jobs: { queues: [], deadLetterCount: 0, deadLetters: [], ...jobs },
  };
}
