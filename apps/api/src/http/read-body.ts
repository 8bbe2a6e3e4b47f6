/**
 * The body as text, or `"too-large"` as soon as it is known to exceed `maxBytes`: by its announced length, else while
 * it comes in. Rejects when the client goes away half-way.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string | "too-large"> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) return "too-large";
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) return "too-large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
