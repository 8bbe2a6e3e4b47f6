import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { startWorkLoop, type WorkLoop } from "@kanban/messaging/work-loop";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { reconcilePreviews } from "../previews/reconcile-previews.ts";
import { type Reconciled, reconcileJobs, type ReconcilePage } from "./reconcile-jobs.ts";
import type { AgentOrders } from "./agent-orders.ts";
import type { SendJob } from "./send-job.ts";

const everyMs = 60_000;
/** Younger than this, a missing job may be one that another worker is just committing. */
const olderThanSeconds = 30;

/** Looks every minute, page by page, for jobs the queue lost; one worker at a time. */
export function startReconciler({
  pool,
  sendJob,
  agentOrders,
  log,
}: {
  pool: Pool;
  sendJob: SendJob;
  agentOrders: AgentOrders;
  log: Logger;
}): WorkLoop {
  let after: string | null = null;
  return startWorkLoop({
    everyMs,
    step: async () => {
      const page = await reconcilePage(pool, { sendJob, agentOrders }, { after, olderThanSeconds });
      if (page && page.made > 0) log.warn({ jobs: page.made }, "jobs were missing and have been made again");
      after = page?.last ?? null;
      return after === null ? 0 : 1;
    },
    onError: (error) => log.warn({ err: error, component: "reconciler" }, "missing jobs could not be looked for"),
  });
}

/** One page in one transaction; null while another worker is at it. */
export function reconcilePage(
  pool: Pool,
  { sendJob, agentOrders }: { sendJob: SendJob; agentOrders: AgentOrders },
  page: ReconcilePage,
): Promise<Reconciled | null> {
  return inTransaction(pool, async (tx) => {
    const lock = await tx.query<{ elected: boolean }>("SELECT pg_try_advisory_xact_lock($1, $2) AS elected", [
      ...advisoryLocks.reconciler,
    ]);
    if (!lock.rows[0]?.elected) return null;
    const previews = page.after ? 0 : await reconcilePreviews(tx, sendJob, page.olderThanSeconds ?? 0);
    const agents = await reconcileJobs(tx, agentOrders, page);
    return { ...agents, made: agents.made + previews };
  });
}
