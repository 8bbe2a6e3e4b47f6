import { setTimeout as delay } from "node:timers/promises";

/**
 * Whoever comes after a migration that waits for a lock waits behind it. Several such waits of one migration must stay
 * below a second together: then PostgreSQL looks for deadlocks and may choose a request as their victim.
 */
const lockTimeoutMs = 100;
/** Some ten seconds in which people never leave a gap. */
const attempts = 60;
const longestPauseMs = 250;

/** lock_not_available, deadlock_detected, serialization_failure: nothing of the script was kept, and a moment later it may go through. */
const PASSING = new Set(["55P03", "40P01", "40001"]);

/**
 * Runs a migration's script while the application works: when it cannot have a lock at once, it lets everybody else go
 * first and begins anew. One with CONCURRENTLY waits as long as it takes; it is in nobody's way and would leave an
 * index without use. `execute` must speak to one and the same session each time.
 */
export async function waitForTurn(script: string, execute: (sql: string) => Promise<unknown>): Promise<void> {
  if (/\bCONCURRENTLY\b/i.test(script)) {
    await execute(script);
    return;
  }
  await execute(`SET lock_timeout = ${lockTimeoutMs}`);
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        await execute(script);
        return;
      } catch (error) {
        if (attempt === attempts || !PASSING.has((error as { code?: string }).code ?? "")) throw error;
        await delay(Math.random() * longestPauseMs);
      }
    }
  } finally {
    // The engine waits longer for its own turn, which is a lock as well.
    await execute("RESET lock_timeout");
  }
}
