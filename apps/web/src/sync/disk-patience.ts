import type { Timers } from "./timers.ts";

// Browsers are known to let a write hang for good.
const diskPatienceMs = 5_000;

/** Waits for the disk, but not for ever; `undefined` when it took too long. */
export async function withDiskPatience<Value>(
  work: Promise<Value>,
  timers: Pick<Timers, "wait">,
): Promise<Value | undefined> {
  const patience = new AbortController();
  try {
    return await Promise.race([work, timers.wait(diskPatienceMs, patience.signal).then(() => undefined)]);
  } finally {
    patience.abort();
  }
}
