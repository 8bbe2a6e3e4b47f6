import { limitTo } from "./limit-to.ts";
import type { Resolve } from "./resolve-target.ts";

/**
 * The system looks names up on the four threads that files, pictures and new connections to the database need, too, and
 * goes on for as long as a silent name server lets it, whoever has given up meanwhile.
 */
const mostAtOnce = 2;

/** Looks up so many names at a time; the others wait in line, and are not looked up when nobody waits for them any more. */
export function limitLookups(resolve: Resolve): (hostname: string, signal: AbortSignal) => Promise<string[]> {
  const limit = limitTo(mostAtOnce);
  return (hostname, signal) =>
    limit(() => {
      signal.throwIfAborted();
      return resolve(hostname);
    });
}
