import { Worker } from "node:worker_threads";
import { type PageFacts, pageFactsSchema } from "./page-facts.ts";

const mostMs = 5_000;
const mostMegabytes = 256;

/** {@link readHtml} in a thread of its own, which is ended when it takes too long or too much; then there are no facts. */
export function readLargeHtml(html: string): Promise<PageFacts | null> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL("./read-html-thread.ts", import.meta.url), {
      workerData: html,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const timer = setTimeout(() => end(null), mostMs);
    const end = (facts: PageFacts | null) => {
      clearTimeout(timer);
      void thread.terminate();
      resolve(facts);
    };
    thread.once("message", (facts) => end(pageFactsSchema.safeParse(facts).data ?? null));
    thread.once("error", () => end(null));
    thread.once("exit", () => end(null));
  });
}
