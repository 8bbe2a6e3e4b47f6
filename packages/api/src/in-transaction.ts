import { setTimeout as delay } from "node:timers/promises";
import { faultOf } from "@kanban/db-api/fault";
import { runSqlTransaction, runTransaction } from "@kanban/db-api/transaction";
import type { ApiDb, ApiTx, Pool, SqlTx } from "./context.ts";

/** Lost races are rare and short; who loses six in a row meets a real crowd and is told to come back. */
const attempts = 6;

/**
 * Runs `work` in one transaction and commits. Deadlocks and lost races (also: a row that came or went between a look
 * and a write) run it again, up to five times after a random pause; so `work` must have no effect beside its queries.
 */
export function inTransaction<Result>(db: ApiDb, work: (tx: ApiTx) => Promise<Result>): Promise<Result> {
  return againOnConflict(() => runTransaction(db, work));
}

/** The same without Prisma, for what must be fast; see `runSqlTransaction`. */
export function inSqlTransaction<Result>(pool: Pool, work: (tx: SqlTx) => Promise<Result>): Promise<Result> {
  return againOnConflict(() => runSqlTransaction(pool, work));
}

async function againOnConflict<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attempts || faultOf(error) !== "conflict") throw error;
      await delay(Math.random() * 10 * 2 ** attempt);
    }
  }
}
