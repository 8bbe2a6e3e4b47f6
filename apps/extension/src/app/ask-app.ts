/** An answer of the app: what JSON it had, `undefined` for none. */
export type AppAnswer = { status: number; body: unknown; retryAfter: string | null };

const answerWithinMs = 30_000;

type Asked = { token?: string; key?: string; json?: unknown; method?: "DELETE"; withinMs?: number };

/**
 * Asks the app, as a program does: by token, without this browser's cookies, and never following to another address.
 * `null` when it did not answer.
 */
export async function askApp(
  url: URL,
  { token, key, json, method, withinMs = answerWithinMs }: Asked = {},
): Promise<AppAnswer | null> {
  try {
    const answer = await fetch(url, {
      method: method ?? (json === undefined ? "GET" : "POST"),
      headers: {
        accept: "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(json === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...{ credentials: "omit", redirect: "error", cache: "no-store", referrerPolicy: "no-referrer" },
      signal: AbortSignal.timeout(withinMs),
    });
    const text = await answer.text();
    return { status: answer.status, body: parseJson(text), retryAfter: answer.headers.get("retry-after") };
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
