import type { Context } from "hono";
import type { AppEnv } from "../http/create-app.ts";
import { limitSilence } from "./idle-limit.ts";

/** What is refused is read to its end, up to this: a proxy before us still writes, and makes an error of its own. */
export const drainedBytes = 4 * 1024 * 1024;

/** How long a body is going to be, as announced; `null` when it is not. */
export function readSize(header: string | undefined): number | null {
  return header && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** Reads what is left of a refused body and forgets it, unless it is large: then the connection ends. */
export async function drain(c: Context<AppEnv>, body: ReadableStream<Uint8Array>): Promise<void> {
  if (body.locked || (readSize(c.req.header("content-length")) ?? 0) > drainedBytes) {
    c.header("connection", "close");
    return;
  }
  let size = 0;
  try {
    for await (const chunk of limitSilence(body)) {
      size += chunk.byteLength;
      if (size > drainedBytes) return c.header("connection", "close");
    }
  } catch {
    // Gone, or silent: nobody waits for the answer.
  }
}
