import type { Worker } from "node:worker_threads";

const lookEveryMs = 50;

/**
 * Calls `onExcess` once a thread holds more bytes than `most` outside of the engine's heap, such as a stream it has
 * unpacked: `resourceLimits` do not count those. Answered in the middle of its work, too. Not bounded is what grows between
 * two looks, and what a library written in C keeps to itself. Returns what ends the watch.
 */
export function watchBytes(thread: Worker, most: number, onExcess: () => void): () => void {
  const look = async () => {
    // None from a thread that has just ended.
    const held = await thread.getHeapStatistics().catch(() => null);
    if (held && held.external_memory > most) onExcess();
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  return () => clearInterval(timer);
}
