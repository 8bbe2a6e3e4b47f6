import { pipeline } from "node:stream/promises";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Refusal } from "./refusal.ts";

export type BodyLimits = {
  /** Bytes as they come over the wire, and as they are when unpacked. */
  wireBytes: number;
  unpackedBytes: number;
  /** What becomes of more: no page, or the page's beginning. */
  excess: "refuse" | "cut";
};

/**
 * Reads a body to its end, or to its limit. At most one encoding is undone: servers that name more mean to tie us up.
 * @throws Refusal
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Buffer> {
  const unpack = unpackerOf(encoding);
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of capped(source, limits.unpackedBytes, limits.excess)) chunks.push(chunk);
  };
  const wire = (source: AsyncIterable<Buffer>) => capped(source, limits.wireBytes, limits.excess);
  try {
    if (unpack) await pipeline(body, wire, unpack, collect, { signal });
    else await pipeline(body, wire, collect, { signal });
  } catch (error) {
    if (error instanceof Refusal || signal.aborted || !isZlibError(error)) throw error;
    // Cut off by us, a packed body ends in the middle: what came before is good.
    if (limits.excess === "refuse") throw new Refusal("encoding", "The page is not packed as it says");
  }
  return Buffer.concat(chunks);
}

async function* capped(source: AsyncIterable<Buffer>, most: number, excess: BodyLimits["excess"]) {
  let bytes = 0;
  for await (const chunk of source) {
    const room = most - bytes;
    bytes += chunk.length;
    if (bytes <= most) {
      yield chunk;
      continue;
    }
    if (excess === "refuse") throw new Refusal("too-large", "The page is too large");
    if (room > 0) yield chunk.subarray(0, room);
    return;
  }
}

function unpackerOf(encoding: string | undefined) {
  switch ((encoding ?? "").trim().toLowerCase()) {
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new Refusal("encoding", "Packed in a way nobody asked for");
  }
}

function isZlibError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return /^(Z_|ERR__?BROTLI|ERR_BROTLI|ERR_ZLIB)/.test(code);
}
