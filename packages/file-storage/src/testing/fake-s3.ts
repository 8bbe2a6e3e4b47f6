import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export type FakeS3 = {
  /** With the bucket's name as its path. */
  endpoint: string;
  objects: Map<string, { bytes: Buffer; storedAt: Date }>;
  stop(): Promise<void>;
};

/** As much of S3 as the storage calls, in memory on loopback; refuses what is not signed. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects: FakeS3["objects"] = new Map();
  const uploads = new Map<string, Map<number, Buffer>>();
  const server = createServer((request, response) => {
    void answer(request).then(({ status, headers = {}, body = "" }) => {
      response.writeHead(status, { "content-length": Buffer.byteLength(body), ...headers });
      response.end(request.method === "HEAD" ? undefined : body);
    });
  });

  type Answer = { status: number; headers?: Record<string, string | number>; body?: string | Buffer };
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const url = new URL(request.url ?? "/", "http://s3");
    const key = decodeURIComponent(url.pathname).replace(/^\/bucket\/?/, "");
    const body = await read(request);
    if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 Credential=key/")) return { status: 403 };
    const uploadId = url.searchParams.get("uploadId");
    if (request.method === "POST" && url.searchParams.has("uploads")) {
      const id = `upload-${uploads.size}`;
      uploads.set(id, new Map());
      return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    if (request.method === "PUT" && uploadId) {
      uploads.get(uploadId)?.set(Number(url.searchParams.get("partNumber")), body);
      return { status: 200, headers: { etag: '"part"' } };
    }
    if (request.method === "POST" && uploadId) {
      const parts = [...(uploads.get(uploadId) ?? [])].sort(([one], [other]) => one - other);
      objects.set(key, { bytes: Buffer.concat(parts.map(([, part]) => part)), storedAt: new Date() });
      return xml(`<CompleteMultipartUploadResult><ETag>"whole"</ETag></CompleteMultipartUploadResult>`);
    }
    if (request.method === "PUT") {
      objects.set(key, { bytes: body, storedAt: new Date() });
      return { status: 200, headers: { etag: '"whole"' } };
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return { status: 204 };
    }
    if (key === "") return request.method === "HEAD" ? { status: 200 } : list(url);
    const found = objects.get(key);
    if (!found) return { status: 404 };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "");
    if (range) return { status: 206, body: found.bytes.subarray(Number(range[1]), Number(range[2]) + 1) };
    return request.method === "HEAD"
      ? { status: 200, headers: { "content-length": found.bytes.length } }
      : { status: 200, body: found.bytes };
  };

  /** Two to a page, so that whoever lists has to turn pages. */
  const list = (url: URL): Answer => {
    const after = url.searchParams.get("continuation-token") ?? "";
    const keys = [...objects.keys()].sort().filter((key) => key > after);
    const page = keys.slice(0, 2);
    const rows = page.map((key) => {
      const { bytes, storedAt } = objects.get(key)!;
      const [Key, Size, LastModified] = [key, bytes.length, storedAt.toISOString()];
      return `<Contents><Key>${Key}</Key><Size>${Size}</Size><LastModified>${LastModified}</LastModified></Contents>`;
    });
    const isTruncated = page.length < keys.length;
    const next = isTruncated ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
    return xml(`<ListBucketResult><IsTruncated>${isTruncated}</IsTruncated>${next}${rows.join("")}</ListBucketResult>`);
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/bucket`,
    objects,
    stop: () => new Promise((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

function xml(body: string) {
  return { status: 200, headers: { "content-type": "application/xml" }, body };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
