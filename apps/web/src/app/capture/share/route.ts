import { lostSharePath } from "../../../features/capture/shared/share-path.ts";

/**
 * Reached only where the service worker is gone from an installed app: what was shared cannot be kept here, where nobody
 * is known to be signed in, and that is said.
 */
export function POST(): Response {
  return new Response(null, { status: 303, headers: { location: lostSharePath } });
}
