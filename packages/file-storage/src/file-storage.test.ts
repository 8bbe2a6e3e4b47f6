import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, test as base } from "vitest";
import { FileTooLarge, type FileStorage } from "./file-storage.ts";
import { openLocalStorage } from "./local-storage.ts";
import { openS3Storage } from "./s3-storage.ts";
import { startFakeS3 } from "./testing/fake-s3.ts";

/* What a storage promises, asked of both drivers. */

type Rig = { storage: FileStorage; folder: string };

async function* chunksOf(bytes: Buffer, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* breaksOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("half a file");
  throw new Error("the client went away");
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const missing = sha256(Buffer.from("nobody stored this"));

/** A test with a storage that `use` opens in a folder of its own. */
function withStorage(run: (folder: string, use: (storage: FileStorage) => Promise<void>) => Promise<void>) {
  return base.extend<Rig>({
    folder: async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "kanban-storage-"));
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    storage: ({ folder }, use) => run(folder, use),
  });
}

const local = withStorage((folder, use) => use(openLocalStorage(folder)));

const bucket = withStorage(async (folder, use) => {
  const s3 = await startFakeS3();
  const keys = { accessKeyId: "key", secretAccessKey: "secret" };
  await use(openS3Storage({ endpoint: s3.endpoint, region: "auto", ...keys }, folder));
  await s3.stop();
});

const listAll = async (storage: FileStorage) => {
  const listed = [];
  for await (const file of storage.list()) listed.push(file);
  return listed;
};

for (const [name, test] of [
  ["on disk", local],
  ["in a bucket", bucket],
] as const) {
  test(`${name}: bytes come back as they went in, whole and in ranges`, async ({ storage }) => {
    const bytes = randomBytes(100_000);
    expect(await storage.put(chunksOf(bytes))).toEqual({ sha256: sha256(bytes), size: bytes.length });
    expect(await buffer((await storage.get(sha256(bytes)))!)).toEqual(bytes);
    expect(await buffer((await storage.get(sha256(bytes), { start: 10, end: 19 }))!)).toEqual(bytes.subarray(10, 20));
    expect(await storage.exists(sha256(bytes))).toBe(true);
  });

  test(`${name}: a file of many parts is whole`, async ({ storage }) => {
    const bytes = randomBytes(20 * 1024 * 1024);
    await storage.put(chunksOf(bytes, 1024 * 1024));
    expect(sha256(await buffer((await storage.get(sha256(bytes)))!))).toBe(sha256(bytes));
  });

  test(`${name}: an empty file is a file`, async ({ storage }) => {
    const { sha256: name_, size } = await storage.put(chunksOf(Buffer.alloc(0)));
    expect([size, await storage.exists(name_)]).toEqual([0, true]);
    expect(await buffer((await storage.get(name_))!)).toHaveLength(0);
  });

  test(`${name}: the same bytes, stored by many at once, are there once`, async ({ storage }) => {
    const bytes = randomBytes(50_000);
    await Promise.all(Array.from({ length: 8 }, () => storage.put(chunksOf(bytes))));
    const listed = await listAll(storage);
    expect(listed).toMatchObject([{ sha256: sha256(bytes), size: bytes.length }]);
    expect(Math.abs(listed[0]!.storedAt.getTime() - Date.now())).toBeLessThan(60_000);
  });

  test(`${name}: all files are listed, and those removed are gone`, async ({ storage }) => {
    const files = Array.from({ length: 5 }, () => randomBytes(10));
    for (const bytes of files) await storage.put(chunksOf(bytes));
    await storage.remove(sha256(files[0]!));
    await storage.remove(missing);
    const listed = (await listAll(storage)).map((file) => file.sha256);
    expect(listed.toSorted()).toEqual(files.slice(1).map(sha256).toSorted());
    expect(await storage.get(sha256(files[0]!))).toBeNull();
    expect(await storage.exists(missing)).toBe(false);
  });

  test(`${name}: a stream that breaks off or is too long leaves nothing behind`, async ({ storage, folder }) => {
    await expect(storage.put(breaksOff())).rejects.toThrow("went away");
    await expect(storage.put(chunksOf(randomBytes(5_000)), { maxBytes: 4_999 })).rejects.toThrow(FileTooLarge);
    expect(await listAll(storage)).toEqual([]);
    expect(readdirSync(path.join(folder, "incoming"))).toEqual([]);
  });

  test(`${name}: no name but a hash reaches a path or key`, async ({ storage }) => {
    const names = [
      "../../etc/passwd",
      "..%2f..%2fetc",
      "/etc/passwd",
      `${"a".repeat(63)}/`,
      `${missing}\0`,
      "..\\x",
      "",
    ];
    for (const hostile of names) {
      await expect(storage.get(hostile)).rejects.toThrow("Not the name");
      await expect(async () => storage.exists(hostile)).rejects.toThrow("Not the name");
      await expect(async () => storage.remove(hostile)).rejects.toThrow("Not the name");
    }
  });

  test(`${name}: what a dead process left is removed, what is coming in is not`, async ({ storage, folder }) => {
    let goOn = () => {};
    const waits = new Promise<void>((resolve) => (goOn = resolve));
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("one");
      await waits;
      yield Buffer.from("two");
    }
    await storage.checkWritable();
    const running = storage.put(slow());
    const incoming = path.join(folder, "incoming");
    await expect.poll(() => readdirSync(incoming).length).toBe(1);
    await storage.removeLeftovers(new Date(Date.now() - 60_000));
    expect(readdirSync(incoming)).toHaveLength(1);
    goOn();
    await running;
    // One that died two days ago.
    await storage.put(breaksOff()).catch(() => {});
    writeFileSync(path.join(incoming, "dead"), "x");
    utimesSync(path.join(incoming, "dead"), 0, 0);
    await storage.removeLeftovers(new Date(Date.now() - 60_000));
    expect(readdirSync(incoming)).toEqual([]);
  });
}

local("on disk: a folder that cannot be written is told of", async ({ folder }) => {
  writeFileSync(path.join(folder, "file"), "");
  await expect(openLocalStorage(path.join(folder, "file", "below")).checkWritable()).rejects.toThrow("ENOTDIR");
});

bucket("in a bucket: wrong keys are told of", async ({ folder }) => {
  const s3 = await startFakeS3();
  const keys = { accessKeyId: "other", secretAccessKey: "secret" };
  const storage = openS3Storage({ endpoint: s3.endpoint, region: "auto", ...keys }, folder);
  await expect(storage.checkWritable()).rejects.toThrow("bucket");
  await s3.stop();
});

/** A bucket whose every answer `answer` gives, if it gives one. */
const withBucket = async (
  folder: string,
  answer: RequestListener,
  use: (storage: FileStorage) => Promise<void>,
  answerMs?: number,
) => {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`;
  const keys = { accessKeyId: "key", secretAccessKey: "secret" };
  await use(openS3Storage({ endpoint, region: "auto", ...keys }, folder, { ...(answerMs && { answerMs }) }));
  server.closeAllConnections();
  server.close();
};

bucket("in a bucket: one that accepts and never answers fails before a transaction is given up", async ({ folder }) => {
  const never = () => {};
  await withBucket(folder, never, async (storage) => {
    const asked = [
      () => storage.exists(missing),
      () => storage.remove(missing),
      () => storage.get(missing),
      () => storage.put(chunksOf(Buffer.from("small"))),
    ];
    await Promise.all(asked.map((ask) => expect(ask()).rejects.toThrow("The bucket has not answered")));
  });
  const onlyThere: RequestListener = ({ method }, response) => void (method === "HEAD" && response.end());
  await withBucket(folder, onlyThere, async (storage) => {
    await expect(storage.get(missing)).rejects.toThrow("The bucket has not answered");
  });
});

bucket("in a bucket: what it has to say it may say slowly, once it has begun", async ({ folder }) => {
  const answerMs = 500;
  const slowly: RequestListener = (request, response) => {
    response.writeHead(200, { "content-length": request.method === "HEAD" ? 0 : 8 });
    if (request.method === "HEAD") return void response.end();
    response.write("half");
    setTimeout(() => response.end("half"), 2 * answerMs);
  };
  await withBucket(
    folder,
    slowly,
    async (storage) => {
      expect((await buffer((await storage.get(missing))!)).toString()).toBe("halfhalf");
    },
    answerMs,
  );
});

bucket("in a bucket: a large part may take longer than an answer", async ({ folder }) => {
  const answerMs = 100;
  const late: RequestListener = (request, response) => {
    request.resume().on("end", () => setTimeout(() => response.writeHead(200, { etag: '"x"' }).end(), 5 * answerMs));
  };
  await withBucket(
    folder,
    late,
    async (storage) => {
      const bytes = randomBytes(2 * 1024 * 1024);
      expect(await storage.put(chunksOf(bytes, 1024 * 1024))).toMatchObject({ size: bytes.length });
    },
    answerMs,
  );
});
