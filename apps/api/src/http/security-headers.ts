import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./create-app.ts";

/** On every answer, errors included: it is data for our own pages, never a page, a frame, a cache entry or a script. */
export const answerHeaders: Readonly<Record<string, string>> = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex",
};

/** Puts {@link answerHeaders} on whatever the inner handlers answered; a handler may have stricter or other ones of its own. */
export const securityHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries({ ...answerHeaders, ...c.get("ownHeaders") }))
    c.res.headers.set(name, value);
  // The web server before us compresses what it passes on, and a compressed stream waits until a block is full.
  if (c.res.headers.get("content-type")?.startsWith("text/event-stream")) {
    c.res.headers.set("cache-control", "no-store, no-transform");
  }
  // The auth library's; means nothing beside no-store.
  c.res.headers.delete("pragma");
  // Answers depend on the cookie; said for caches that do not know no-store.
  c.res.headers.set("vary", "cookie, origin");
};
