/** Trying again cannot help: the event goes to the dead letters at once instead of being retried. */
export class PermanentError extends Error {
  override name = "PermanentError";
}

/** The words of an error. A refused connection is an AggregateError without any of its own: one per address tried. */
export function errorWords(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(errorWords).join("; ");
  return error instanceof Error ? error.message : String(error);
}

/** What is kept of an error in a table: enough to act on, never a whole payload. */
export function describeError(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll("\0", "").slice(0, 2_000);
}
