/**
 * How long a bucket may take to begin its answer. Whether a file is there, and that it is to go, is asked inside
 * transactions, which PostgreSQL ends after ten silent seconds, as it does the consumer's election: a bucket that accepts
 * and does not answer has to fail well before, so that the failure is still written down and counted.
 */
const answerMs = 2_500;

/** A small body is given the time a line of 2 Mbit/s takes. */
const slowestBytesPerMs = 250;
const smallBytes = 1024 * 1024;

/**
 * A `fetch` for S3 that gives up on silence. Once bytes of a file come, they may take as long as they like. A large body
 * may, too, and so may a list and the putting together of an upload's parts: nobody waits for those in a transaction, and
 * `fetch` itself gives them up after five silent minutes.
 */
export function fetchInTime(withinMs = answerMs): typeof fetch {
  return async (input, init) => {
    const ms = deadlineOf(new URL(input instanceof Request ? input.url : input), init, withinMs);
    if (ms === null) return fetch(input, init);
    const silent = new AbortController();
    const timer = setTimeout(() => silent.abort(new Error(`The bucket has not answered within ${ms} ms`)), ms).unref();
    const response = await fetch(input, { ...init, signal: silent.signal });
    // All other answers are a few words, even of a failure: those are to have ended by then, too.
    if (init?.method === "GET") clearTimeout(timer);
    return response;
  };
}

function deadlineOf({ searchParams }: URL, init: RequestInit | undefined, withinMs: number): number | null {
  if (init?.method === "POST" || searchParams.has("list-type")) return null;
  const bytes = sizeOf(init?.body);
  return bytes > smallBytes ? null : withinMs + Math.ceil(bytes / slowestBytesPerMs);
}

function sizeOf(body: RequestInit["body"]): number {
  if (body === null || body === undefined) return 0;
  if (body instanceof Blob) return body.size;
  if (body instanceof ArrayBuffer || ArrayBuffer.isView(body)) return body.byteLength;
  return typeof body === "string" ? Buffer.byteLength(body) : Number.POSITIVE_INFINITY;
}
