import { Worker } from "node:worker_threads";
import { readMail, type ReadMail } from "./read-mail.ts";

/** Below this a mail is read at once: nothing in it can take long. */
const smallBytes = 32 * 1024;
const mostMs = 20_000;
const mostMegabytes = 512;

/** Reads a mail, a large one in a thread of its own; `null` when it cannot be read, takes too long or too much. */
export function readMailAside(bytes: Uint8Array): Promise<ReadMail | null> {
  if (bytes.byteLength <= smallBytes) return readMail(bytes).catch(() => null);
  return new Promise((resolve) => {
    const thread = new Worker(new URL("./read-mail-thread.ts", import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    const timer = setTimeout(() => end(null), mostMs);
    const end = (mail: ReadMail | null) => {
      clearTimeout(timer);
      void thread.terminate();
      resolve(mail);
    };
    // Of our own making: what comes from the thread needs no second look.
    thread.once("message", (mail: ReadMail) => end(mail));
    thread.once("error", () => end(null));
    thread.once("exit", () => end(null));
  });
}
