import { failureOf, type Tally } from "../test/tally.ts";
import { allChecks } from "./all-checks.ts";

/** Two cores are what CI has; the compiler and the linter each fill one. */
const AT_ONCE = 2;

/** Runs every check, a few at a time, and prints one line for each when it is done, with what it found. */
export async function runChecks(): Promise<Tally> {
  const waiting = [...allChecks];
  const failures: string[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const startedAt = performance.now();
      const complaints = await findComplaints(check.run);
      if (complaints.length > 0) failures.push(failureOf(`the check of ${check.name}`, complaints[0]));
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      console.log(
        `  ${complaints.length === 0 ? "ok    " : "FAILED"}  ${check.name.padEnd(14)} ${seconds.padStart(6)} s`,
      );
      for (const complaint of complaints) console.log(complaint.replaceAll(/^/gm, "          "));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { passed: allChecks.length - failures.length, failures };
}

async function findComplaints(run: () => Promise<string[]> | string[]): Promise<string[]> {
  try {
    return await run();
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}
