import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { limitTo } from "@kanban/safe-fetch/limit-to";
import { type PageFacts, pageFactsSchema } from "./page-facts.ts";
import type { MediaType } from "./parse-page.ts";
import { watchBytes } from "./watch-bytes.ts";

const mostMs = 5_000;
/** Of the engine's heap, and as much again of bytes outside of it. */
const mostMegabytes = 256;

/** Kept for the next page, as starting one takes longer than most pages do; another one after a page that ended it. */
let thread: Worker | null = null;
const inTurn = limitTo(1);

/**
 * What bytes of a page say, by their media type; `null` when that is nothing. Never throws on strange bytes. They are read
 * beside the process, one page after the other: seconds of its own thread would stop the jobs of everybody, and size does
 * not tell which page takes them. A page that takes too long or too much ends the thread, and has no facts.
 */
export function readPage(bytes: Uint8Array, mediaType: MediaType): Promise<PageFacts | null> {
  return inTurn(() => readInThread(bytes, mediaType));
}

/** Only one at a time: the thread's next answer is the answer to this page. */
async function readInThread(bytes: Uint8Array, mediaType: MediaType): Promise<PageFacts | null> {
  const tooMuch = new AbortController();
  let endWatch = () => {};
  try {
    thread ??= await startThread();
    thread.ref();
    endWatch = watchBytes(thread, mostMegabytes * 1024 * 1024, () => tooMuch.abort());
    thread.postMessage({ bytes, mediaType });
    const signal = AbortSignal.any([AbortSignal.timeout(mostMs), tooMuch.signal]);
    const [facts] = await once(thread, "message", { signal });
    // Waiting for another page it keeps no process alive.
    thread.unref();
    return pageFactsSchema.safeParse(facts).data ?? null;
  } catch {
    void thread?.terminate();
    thread = null;
    return null;
  } finally {
    endWatch();
  }
}

async function startThread(): Promise<Worker> {
  const started = new Worker(new URL("./read-page-thread.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  // A page may end it even after its answer.
  started.on("error", () => {});
  started.once("exit", () => {
    if (thread === started) thread = null;
  });
  // Until it is ready; what it takes to load a parser is no time a page takes.
  await once(started, "message");
  return started;
}
