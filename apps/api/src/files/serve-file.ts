import type { ServedFile } from "@kanban/api/attachment/file-access.repository";
import { isShownInline, unknownType } from "@kanban/domain/file-type";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { Readable } from "node:stream";
import type { Context } from "hono";
import type { AppEnv } from "../http/create-app.ts";
import { errorAnswer } from "../http/answers.ts";
import { contentDisposition } from "./disposition.ts";
import { readRange } from "./read-range.ts";
import { StorageAway } from "./store-bytes.ts";

/** Its address says which bytes they are, so they never change; but they are one person's to see. */
const cacheControl = "private, max-age=31536000, immutable";

/** Whoever opens a file by itself gets no script, no form and no origin of ours, whatever is hidden in it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox";

/** What is sent of a file: itself, or the small picture of it. */
export type Served = Pick<ServedFile, "name" | "type" | "sha256"> & { size: number | null };

/** Answers with a stored file, or the part of it that is asked for. */
export async function serveFile(c: Context<AppEnv>, storage: FileStorage, file: Served): Promise<Response> {
  const isInline = isShownInline(file.type);
  const etag = `"${file.sha256}"`;
  const headers: Record<string, string> = {
    "cache-control": cacheControl,
    "content-security-policy": policy,
    etag,
  };
  // Put on after the usual ones.
  c.set("ownHeaders", headers);
  if (c.req.header("if-none-match")?.includes(etag)) return c.body(null, 304);
  const size = file.size;
  if (size !== null) headers["accept-ranges"] = "bytes";
  const isSame = (c.req.header("if-range") ?? etag) === etag;
  const range = size === null || !isSame ? null : readRange(c.req.header("range"), size);
  if (range === "none") return c.body(null, 416, { "content-range": `bytes */${size}` });
  const bytes = await storage.get(file.sha256, range ?? undefined).catch((error: unknown) => {
    c.set("ownHeaders", {});
    throw new StorageAway("A file could not be read", { cause: error });
  });
  if (!bytes) {
    c.set("ownHeaders", {});
    return errorAnswer(c, 404);
  }
  c.header("content-type", isInline ? file.type : unknownType);
  c.header("content-disposition", contentDisposition(isInline ? "inline" : "attachment", file.name));
  if (size !== null) c.header("content-length", String(range ? range.end - range.start + 1 : size));
  if (range) c.header("content-range", `bytes ${range.start}-${range.end}/${size}`);
  return c.body(Readable.toWeb(bytes) as ReadableStream, range ? 206 : 200);
}
