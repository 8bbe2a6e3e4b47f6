import { limits } from "@kanban/domain/limits";
import { limitSilence } from "../files/idle-limit.ts";

/** The bytes of a posted mail, in memory: what nobody has signed must not be stored. `null` when they are too many. */
export async function readPost(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.postedMailBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of limitSilence(request.body ?? new ReadableStream<Uint8Array>({ start: (c) => c.close() }))) {
    size += chunk.byteLength;
    if (size > limits.postedMailBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
