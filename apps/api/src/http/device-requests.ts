import type { MiddlewareHandler } from "hono";
import { errorAnswer } from "./answers.ts";
import type { AppEnv } from "./create-app.ts";

/** Pages of browser extensions; each has an origin of its own that no web page can take. */
const extensionOrigin = /^(chrome|moz|safari-web)-extension:\/\/[\w-]{1,100}$/;

/**
 * For paths that know their caller by a token and look at no cookie: whoever is no browser may ask, pages of ours and
 * of extensions, and no page of another site.
 */
export function forDevices(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const isExtension = origin !== undefined && extensionOrigin.test(origin);
    if (origin !== undefined && !isExtension && !origins.includes(origin)) return errorAnswer(c, 403);
    const cors = isExtension ? { "access-control-allow-origin": origin } : {};
    if (c.req.method === "OPTIONS") {
      const allowed = {
        "access-control-allow-methods": "GET, POST, DELETE",
        "access-control-allow-headers": "authorization, content-type, idempotency-key",
        "access-control-max-age": "600",
      };
      return c.body(null, 204, isExtension ? { ...cors, ...allowed } : {});
    }
    await next();
    for (const [name, value] of Object.entries({ ...cors, "access-control-expose-headers": "retry-after" }))
      if (isExtension) c.res.headers.set(name, value);
  };
}
