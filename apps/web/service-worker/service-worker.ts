import { ExpirationPlugin, NetworkFirst, type PrecacheEntry, Serwist } from "serwist";
import { sharePath } from "../src/features/capture/shared/share-path.ts";
import { capturePage, forgetPages, keepPages, oldestPageDays, pageCache, pagesKept } from "./page-cache.ts";
import { pageWithoutNetwork } from "./page-without-network.ts";
import { takeShare } from "./take-share.ts";

/*
 * Makes the app start without a network: its program comes from the precache, pages from the network or, when that is
 * slow or gone, from the last visit. Pages hold nothing of anybody: boards come from IndexedDB, changes wait in the
 * outbox. What goes to /api is never touched here, so nothing is answered from yesterday.
 */

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the build, written in by the build; its names change with its content. */
  __SW_MANIFEST: PrecacheEntry[];
};

/** A network that has said nothing for so long may as well be away. */
const pagePatienceSeconds = 3;

const serwist = new Serwist({
  precacheEntries: self.__SW_MANIFEST,
  // A new version waits until its user says so: the page in front of them is of the old one.
  skipWaiting: false,
  clientsClaim: true,
  navigationPreload: true,
  runtimeCaching: [
    {
      matcher: ({ request, url, sameOrigin }) =>
        sameOrigin && request.mode === "navigate" && !url.pathname.startsWith("/api/"),
      handler: new NetworkFirst({
        cacheName: pageCache,
        networkTimeoutSeconds: pagePatienceSeconds,
        matchOptions: { ignoreSearch: true },
        plugins: [
          new ExpirationPlugin({ maxEntries: pagesKept, maxAgeSeconds: oldestPageDays * 86_400 }),
          { handlerDidError: ({ request }) => pageWithoutNetwork(new URL(request.url)) },
        ],
      }),
    },
  ],
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "POST" && new URL(url).pathname === sharePath) event.respondWith(takeShare(event.request));
});

self.addEventListener("message", (event) => {
  const message = event.data as
    | { type: "keep-page"; url: string }
    | { type: "forget-pages" }
    | { type: "SKIP_WAITING" };
  // Pages reached without loading them are kept when they are told.
  if (message.type === "keep-page") event.waitUntil(keepPages([message.url]));
  if (message.type === "forget-pages") event.waitUntil(forgetPages());
});

self.addEventListener("activate", (event) => {
  // Pages of the version before name files that are gone.
  event.waitUntil(
    (async () => {
      const cache = await caches.open(pageCache);
      const urls = (await cache.keys()).map(({ url }) => url);
      await keepPages([...urls, capturePage]);
    })(),
  );
});

serwist.addEventListeners();
