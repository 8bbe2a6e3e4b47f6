/** Long enough for a busy machine with two cores; a condition that holds is noticed within milliseconds. */
const DEFAULT_TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 100;

/**
 * Asks again and again until `condition` answers something truthy, and returns that answer. For what happens in
 * another process or connection; inside one process await the thing itself.
 * An error thrown by `condition` counts as "not yet" and is the cause of the final failure.
 * @throws after `timeoutMs`, naming what was awaited.
 */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = DEFAULT_TIMEOUT_MS, what = "the condition" }: { timeoutMs?: number; what?: string } = {},
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  let pause = FIRST_PAUSE_MS;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() + pause > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`, { cause: lastError });
    }
    await new Promise((resolve) => {
      setTimeout(resolve, pause);
    });
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS);
  }
}
