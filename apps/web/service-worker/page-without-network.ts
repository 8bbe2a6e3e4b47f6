import { pageCache } from "./page-cache.ts";

const taskPath = /^(\/boards\/[^/]+)\/tasks\//u;

/**
 * What is shown for a page that was never visited, without a network: a task's board, else the boards, else words. A
 * kept page of another address would not know where it is, so the browser is sent there.
 */
export async function pageWithoutNetwork({ pathname, origin }: URL): Promise<Response> {
  const cache = await caches.open(pageCache);
  const board = taskPath.exec(pathname)?.[1];
  for (const path of [board, "/boards"]) {
    if (path && path !== pathname && (await cache.match(origin + path, { ignoreSearch: true })))
      return Response.redirect(path, 302);
  }
  return new Response(words, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
}

const words = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Offline · Personal Kanban</title>
<style>
  :root { color-scheme: light dark; font: 400 15px/1.5 system-ui, sans-serif }
  body { min-height: 100dvh; margin: 0; display: grid; place-content: center; justify-items: center; gap: 8px; text-align: center;
    background: light-dark(#f6f4f1, #101216); color: light-dark(#22201d, #e8e6e3) }
  h1 { font-size: 18px; margin: 0 } p { margin: 0; max-width: 32ch }
  a { margin-top: 12px; padding: 10px 16px; border-radius: 8px; background: light-dark(#00706a, #3bb3aa);
    color: light-dark(#fff, #06201e); text-decoration: none; font-weight: 600 }
</style>
<main><h1>No connection</h1><p>This page has not been opened on this device before.</p><a href="">Try again</a></main></html>`;
