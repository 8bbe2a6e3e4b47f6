import { CacheExpiration } from "serwist";
import { capturePath } from "../src/features/capture/shared/share-path.ts";

export const pageCache = "pages";
/** Whatever is shared first, perhaps without a network, is shown there. */
export const capturePage = new URL(capturePath, location.origin).href;
/** Boards and open tasks visited last; a page is a few kilobytes. */
export const pagesKept = 60;
export const oldestPageDays = 90;

/** Forgets where somebody has been: addresses tell the titles of tasks. What is anybody's stays. */
export async function forgetPages(): Promise<void> {
  await caches.delete(pageCache);
  // It has a list of its own of what it may have to let go.
  await new CacheExpiration(pageCache, { maxEntries: pagesKept }).delete();
  await keepPages([capturePage]);
}

/** Fetches pages anew and keeps them; one that cannot be had stays as it was. */
export async function keepPages(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(pageCache);
  await Promise.allSettled(
    urls.map(async (url) => {
      const response = await fetch(url, { headers: { accept: "text/html" }, redirect: "error" });
      if (response.ok) await cache.put(url, response);
    }),
  );
}
