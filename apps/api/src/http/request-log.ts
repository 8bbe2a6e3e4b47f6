import type { Context, MiddlewareHandler } from "hono";
import type { Logger } from "pino";

/** Logs each answered request: id, method, path without query, status, milliseconds. No header, no body, no address. */
export function requestLog(log: Logger): MiddlewareHandler {
  return async (c: Context, next) => {
    const startedAt = performance.now();
    await next();
    const { status } = c.res;
    const fields = {
      requestId: c.get("requestId") as string,
      method: c.req.method,
      path: c.req.path.slice(0, 200),
      status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
    };
    // Monitors come every few seconds and bring nothing new.
    if (["/healthz", "/readyz", "/metrics"].includes(c.req.path)) log.trace(fields, "request");
    else if (status >= 500) log.warn(fields, "request");
    else log.info(fields, "request");
  };
}
