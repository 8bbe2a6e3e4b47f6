/**
 * A proxy before us still writes while we answer, and turns a broken connection into a 500 of its own. So a body that
 * is too large is read to its end and forgotten, unless it is this much larger.
 */
const drainedBytes = 4 * 1024 * 1024;

/**
 * The body as text, or `"too-large"` when it exceeds `maxBytes`. Never keeps more than `maxBytes` in memory.
 * Rejects when the client goes away half-way.
 */
export async function readBody(
  request: Request,
  maxBytes: number,
  decoder = new TextDecoder(),
): Promise<string | "too-large"> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes + drainedBytes) return "too-large";
  if (!request.body) return "";
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes + drainedBytes) return "too-large";
    if (size <= maxBytes) chunks.push(chunk);
    else chunks = [];
  }
  return size > maxBytes ? "too-large" : decoder.decode(Buffer.concat(chunks));
}
