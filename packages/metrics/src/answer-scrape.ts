import { createHash, timingSafeEqual } from "node:crypto";
import type { Registry } from "prom-client";

export type ScrapeAnswer = { status: 200 | 401; headers: Record<string, string>; body: string };

/**
 * Answers a monitor in the Prometheus text format. With a `token`, only to who brings it as a bearer; without one, to
 * whoever reaches the port, which is no one from outside: the web server passes on `/api/*` alone.
 */
export async function answerScrape(
  registry: Registry,
  { token, authorization }: { token: string | undefined; authorization: string | undefined },
): Promise<ScrapeAnswer> {
  if (token !== undefined && !isSame(authorization ?? "", `Bearer ${token}`))
    return { status: 401, headers: { "www-authenticate": "Bearer", "cache-control": "no-store" }, body: "" };
  return {
    status: 200,
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
    body: await registry.metrics(),
  };
}

/** Compared by hash: equal lengths, and no time that tells how much of a guess is right. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(a!, b!);
}
