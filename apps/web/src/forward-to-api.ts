import { readWebEnv } from "./env.ts";

/** Headers of the one connection they came over. */
const hopHeaders = ["connection", "keep-alive", "transfer-encoding", "upgrade", "expect", "host"];

/**
 * Passes files on to the API server and back as they come. `proxy.ts` cannot: Next keeps every body that goes through
 * it in memory, and cuts off what is longer than ten megabytes.
 */
export async function forwardToApi(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  for (const name of hopHeaders) headers.delete(name);
  try {
    const answer = await fetch(new URL(pathname + search, readWebEnv().apiOrigin), {
      ...{ method: request.method, headers, body: request.body, duplex: "half" },
      redirect: "manual",
      cache: "no-store",
      signal: request.signal,
    });
    const passed = new Headers(answer.headers);
    for (const name of hopHeaders) passed.delete(name);
    return new Response(answer.body, { status: answer.status, headers: passed });
  } catch {
    // The sender went away: nobody hears the answer.
    if (request.signal.aborted) return new Response(null, { status: 499 });
    const message = "Busy, please try again";
    const headers = { "cache-control": "no-store", "retry-after": "2", "x-content-type-options": "nosniff" };
    return Response.json({ error: { status: 503, code: "SERVICE_UNAVAILABLE", message } }, { status: 503, headers });
  }
}
