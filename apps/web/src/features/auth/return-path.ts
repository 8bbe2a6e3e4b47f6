/** Where a person wanted to go before signing in, as `?next=` of the sign-in page. */
export const returnParameter = "next";

const home = "/";
// Any host will do: it only has to stay the same after resolving.
const anyOrigin = "http://same.invalid";

/**
 * A path on this origin that is safe to follow; anything else is `/`. `//host`, `/\host`, `javascript:` and control
 * characters all look like paths to someone and like addresses to a browser, so the browser's own parser decides.
 */
export function safeReturnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, anyOrigin)) return home;
  const url = new URL(wanted, anyOrigin);
  if (url.origin !== anyOrigin || url.pathname.startsWith("//")) return home;
  if (/^\/(sign-in|sign-up|api)(\/|$)/u.test(url.pathname)) return home;
  return url.pathname + url.search + url.hash;
}

/** The address of the sign-in page that comes back to `path`. */
export function signInPath(path: string): string {
  const back = safeReturnPath(path);
  return back === home ? "/sign-in" : `/sign-in?${returnParameter}=${encodeURIComponent(back)}`;
}
