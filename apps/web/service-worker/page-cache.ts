export const pageCache = "pages";
/** Boards and open tasks visited last; a page is a few kilobytes. */
export const pagesKept = 60;
export const oldestPageDays = 90;

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
