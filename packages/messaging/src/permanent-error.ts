/** Trying again cannot help: the event goes to the dead letters at once instead of being retried. */
export class PermanentError extends Error {
  override name = "PermanentError";
}

/** What is kept of an error in a table: enough to act on, never a whole payload. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll("\0", "").slice(0, 2_000);
}
