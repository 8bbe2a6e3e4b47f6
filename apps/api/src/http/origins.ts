import { isLoopbackHost } from "./client-address.ts";

/** The origins pages of the product are served from: the public one; on loopback under each of its names. */
export function originsOf(appUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(appUrl);
  if (!isLoopbackHost(hostname)) return [origin];
  const suffix = port === "" ? "" : `:${port}`;
  return [...new Set([origin, ...["localhost", "127.0.0.1", "[::1]"].map((name) => `${protocol}//${name}${suffix}`)])];
}

/**
 * True when a request may come from another site. Browsers put `Origin` on every request that can change something
 * and `Sec-Fetch-Site` on all; what carries neither is no browser and has no cookies that are not its own.
 */
export function isCrossSite(origins: readonly string[], headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null && !origins.includes(origin)) return true;
  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}
