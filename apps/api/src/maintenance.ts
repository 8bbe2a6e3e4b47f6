import type { ApiDb } from "@kanban/db-api/client";
import type { Logger } from "pino";
import { forgetOldAttempts } from "./auth/rate-limit.repository.ts";

const everyMs = 60 * 60 * 1000;
/** The longest window attempts are counted in is a minute. */
const attemptsSeconds = 60 * 60;

/** Once an hour: forgets counted attempts and sessions that can no longer matter. Safe in every replica at once. */
export function startMaintenance(db: ApiDb, log: Logger): { stop(): void } {
  const tidy = async () => {
    try {
      const now = Date.now();
      await forgetOldAttempts(db, attemptsSeconds, now);
      await db.session.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
    } catch (error) {
      log.warn({ err: error, component: "maintenance" }, "tidying up failed; tried again in an hour");
    }
  };
  const timer = setInterval(() => void tidy(), everyMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
