import { operationDecided } from "@kanban/events/operations-events";
import { forgetOldAnswers } from "@kanban/api/idempotency-key.repository";
import { forgetOldLeases } from "@kanban/api/clarify/lease.repository";
import { forgetOldReadings } from "@kanban/api/hint/reading.repository";
import { forgetOldPresence } from "@kanban/api/presence/presence.repository";
import { forgetOldPairings } from "@kanban/api/pairing/pairing.repository";
import { forgetEndedTokens } from "@kanban/api/token/token.repository";
import { forgetOldPosts } from "@kanban/api/mailbox/posted-mail.repository";
import { forgetOldQuarantine } from "@kanban/api/quarantine/quarantine.repository";
import { purgeTrash } from "@kanban/api/task/purge-trash.repository";
import type { ApiDb, Pool } from "@kanban/db-api/client";
import { eventLog } from "@kanban/messaging/outbox-table";
import { pruneBridge } from "@kanban/messaging/prune-bridge";
import { runEach } from "@kanban/messaging/run-each";
import { forgetOldDeliveries } from "./bridge/delivery-report.repository.ts";
import type { Logger } from "pino";
import { forgetOldAttempts } from "@kanban/api/rate-limit.repository";

const everyMs = 60 * 60 * 1000;
/** The longest window attempts are counted in is a minute. */
const attemptsSeconds = 60 * 60;
/** A month: whoever wonders why a device is refused finds its token in the list. */
const endedTokensMs = 30 * 86_400_000;

/**
 * Once an hour: forgets counted attempts, sessions, answers and events of the bridge that can no longer matter, and
 * empties the trash of what has lain there for its time. Safe in every replica at once.
 */
export function startMaintenance(db: ApiDb, pool: Pool, log: Logger): { stop(): void } {
  const timer = setInterval(() => {
    tidyUp(db, pool).catch((error: unknown) =>
      log.warn({ err: error, component: "maintenance" }, "tidying up failed; tried again in an hour"),
    );
  }, everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** All that maintenance does, once. @throws in the end what parts of it threw. */
export function tidyUp(db: ApiDb, pool: Pool): Promise<void> {
  const now = Date.now();
  return runEach([
    () => forgetOldAttempts(db, attemptsSeconds, now),
    () => db.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } }),
    () => forgetOldPairings(db, new Date(now)),
    () => forgetEndedTokens(db, new Date(now - endedTokensMs)),
    () => forgetOldAnswers(pool),
    () => purgeTrash(pool),
    () => forgetOldPresence(pool),
    () => forgetOldLeases(pool),
    () => forgetOldPosts(pool),
    () => forgetOldQuarantine(pool),
    () => forgetOldReadings(pool),
    () => forgetOldDeliveries(pool),
    // What administrators decided is looked up for as long as the instance lives.
    () => pruneBridge(pool, eventLog, { keptTypes: [operationDecided.type] }),
  ]);
}
