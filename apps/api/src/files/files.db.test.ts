import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { TaskDetail } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { forgetFiles } from "@kanban/api/attachment/forget-files";
import { createApiDb } from "@kanban/db-api/client";
import { openLocalStorage } from "@kanban/file-storage/local-storage";
import { bothDbTest } from "@kanban/testing/database-tests";
import { waitFor } from "@kanban/testing/wait-for";
import { expect, type TestAPI } from "vitest";
import type { ApiEnv } from "../env.ts";
import { appUrl, type Person, startTestServer, type TestServer } from "../testing/server-test.ts";

/* Uploads and downloads, and what an attacker would try with them (security.md, B3: 1, 2, 7, 9, 10, 22-25, 47, 91, 92, 96). */

type Served = TestServer & { folder: string; stored(): string[] };
type Known = typeof bothDbTest extends TestAPI<infer Fixtures> ? Fixtures : never;

function serverWith(env: Partial<ApiEnv>): TestAPI<Known & { server: Served }> {
  return bothDbTest.extend<{ server: Served }>({
    server: async ({ apiDatabase, workerDatabase }, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), "kanban-files-"));
      const server = await startTestServer({ apiDatabase, workerDatabase }, { ATTACHMENTS_DIR: folder, ...env });
      const stored = () =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => name);
      await use({ ...server, folder, stored });
      await server.api.stop(1_000);
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

const test = serverWith({});
const small = serverWith({ ATTACHMENT_LIMIT_MB: 1, BOARD_FILES_LIMIT_MB: 2 });

const png = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), randomBytes(3_000)]);
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

type Desk = { person: Person; boardId: string; taskId: string };

async function settle(server: TestServer, name = "Ada"): Promise<Desk> {
  const person = await server.signUp(name);
  const created = await person.ask<MutationAnswer>("board.create", { name: "Home", mutationId: randomUUID() });
  const change = created.events[0]?.change;
  if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
  const { boardId } = created;
  const taskId = randomUUID();
  const columnId = change.payload.columns[0]!.id;
  await person.ask("task.create", { boardId, taskId, columnId, title: "Garden", mutationId: randomUUID() });
  return { person, boardId, taskId };
}

const pathOf = ({ boardId, taskId }: Pick<Desk, "boardId" | "taskId">, id: string) =>
  `/api/attachments/${boardId}/${taskId}/${id}`;

function upload(
  server: TestServer,
  at: string,
  bytes: Uint8Array | ReadableStream,
  { cookie, name = "Plan.png", headers = {} }: { cookie?: string; name?: string; headers?: Record<string, string> },
) {
  return server.request(at, {
    ...{ method: "POST", body: bytes as RequestInit["body"] & {}, duplex: "half" },
    headers: {
      origin: appUrl,
      "x-file-name": encodeURIComponent(name),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
  });
}

/** Uploads a file that must be taken. */
async function add(server: TestServer, desk: Desk, bytes: Uint8Array = png, name = "Plan.png"): Promise<string> {
  const id = randomUUID();
  const answer = await upload(server, pathOf(desk, id), bytes, { cookie: desk.person.cookie, name });
  if (answer.status !== 201) throw new Error(answer.text);
  return id;
}

const get = (server: TestServer, at: string, cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${at}`, { headers: { cookie, ...headers } });

const refusalOf = ({ json }: { json: unknown }) =>
  (json as { error?: { refusal?: { code: string } } } | null)?.error?.refusal?.code ?? null;

const detailOf = async ({ person, boardId, taskId }: Desk) =>
  person.ask<{ detail: TaskDetail; card: { attachmentCount: number; cover: unknown } }>("task.get", {
    boardId,
    taskId,
  });

async function share(server: TestServer, boardId: string, person: Person, role: string) {
  await server.database.pool.query("INSERT INTO board_member (board_id, user_id, role) VALUES ($1, $2, $3)", [
    boardId,
    person.userId,
    role,
  ]);
}

test("a file is stored by its content, stands on its task and comes back as it was", async ({ server }) => {
  const desk = await settle(server);
  const id = await add(server, desk);
  const { detail, card } = await detailOf(desk);
  expect(card.attachmentCount).toBe(1);
  expect(detail.attachments).toMatchObject([
    { id, name: "Plan.png", type: "image/png", size: png.length, sha256: sha256(png), preview: "pending" },
  ]);
  const answer = await get(server, pathOf(desk, id), desk.person.cookie);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
  expect(server.stored()).toEqual([sha256(png)]);
});

test("uploaded again, by many at once, a file is there once and every answer is the same", async ({ server }) => {
  const desk = await settle(server);
  const id = randomUUID();
  const send = () => upload(server, pathOf(desk, id), png, { cookie: desk.person.cookie });
  const answers = await Promise.all(Array.from({ length: limits.uploadsAtOnce }, send));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
  for (const { json } of [...answers, await send()]) expect(json).toEqual(answers[0]!.json);
  expect((await detailOf(desk)).card.attachmentCount).toBe(1);
});

test("other bytes under the same id are refused, and so is the id of another's file", async ({ server }) => {
  const [ada, bob] = [await settle(server), await settle(server, "Bob")];
  const id = await add(server, ada);
  const again = await upload(server, pathOf(ada, id), Buffer.from("other"), { cookie: ada.person.cookie });
  expect([again.status, refusalOf(again)]).toEqual([422, "MUTATION_ID_REUSED"]);
  const taken = await upload(server, pathOf(bob, id), png, { cookie: bob.person.cookie });
  expect([taken.status, refusalOf(taken)]).toEqual([409, "ID_TAKEN"]);
  expect((await detailOf(bob)).card.attachmentCount).toBe(0);
});

test("who may not, may not, and not a byte of theirs is stored", async ({ server }) => {
  const [ada, bob] = [await settle(server), await settle(server, "Bob")];
  const [eve, gone] = [await server.signUp("Eve"), await server.signUp("Zoe")];
  await share(server, ada.boardId, eve, "viewer");
  await share(server, ada.boardId, gone, "editor");
  await server.database.pool.query("DELETE FROM board_member WHERE user_id = $1", [gone.userId]);
  const at = (desk: Pick<Desk, "boardId" | "taskId">) => pathOf(desk, randomUUID());
  const nowhere = { boardId: randomUUID(), taskId: randomUUID() };
  const cases: [string, Awaited<ReturnType<typeof upload>>, number, string | null][] = [
    ["a stranger", await upload(server, at(ada), png, {}), 401, null],
    ["a viewer", await upload(server, at(ada), png, { cookie: eve.cookie }), 403, "READ_ONLY"],
    ["an ex-member", await upload(server, at(ada), png, { cookie: gone.cookie }), 404, "BOARD_NOT_FOUND"],
    ["another's board", await upload(server, at(bob), png, { cookie: ada.person.cookie }), 404, "BOARD_NOT_FOUND"],
    ["a missing board", await upload(server, at(nowhere), png, { cookie: ada.person.cookie }), 404, "BOARD_NOT_FOUND"],
    [
      "another's task",
      await upload(server, at({ ...ada, taskId: bob.taskId }), png, { cookie: ada.person.cookie }),
      404,
      "TASK_NOT_FOUND",
    ],
    [
      "a missing task",
      await upload(server, at({ ...ada, taskId: randomUUID() }), png, { cookie: ada.person.cookie }),
      404,
      "TASK_NOT_FOUND",
    ],
  ];
  for (const [who, answer, status, code] of cases)
    expect([who, answer.status, refusalOf(answer)]).toEqual([who, status, code]);
  expect(server.stored()).toEqual([]);
});

test("a file is read by members of its board alone, and another's id answers as a missing one", async ({ server }) => {
  const [ada, bob] = [await settle(server), await settle(server, "Bob")];
  const [file, bobs] = [await add(server, ada), await add(server, bob, Buffer.from("Bob's secret"))];
  const eve = await server.signUp("Eve");
  await share(server, ada.boardId, eve, "viewer");
  expect((await get(server, pathOf(ada, file), eve.cookie)).status).toBe(200);
  await server.database.pool.query("DELETE FROM board_member WHERE user_id = $1", [eve.userId]);
  expect((await get(server, pathOf(ada, file), eve.cookie)).status).toBe(404);
  expect((await server.request(pathOf(ada, file))).status).toBe(401);
  const asked = [
    pathOf(bob, bobs),
    pathOf(ada, bobs),
    pathOf({ ...ada, taskId: bob.taskId }, bobs),
    pathOf({ ...bob, taskId: ada.taskId }, file),
    pathOf(ada, randomUUID()),
    `${pathOf(bob, bobs)}/preview`,
  ];
  const answers = await Promise.all(asked.map((at) => server.request(at, { headers: { cookie: ada.person.cookie } })));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect([answers[0]!.status, refusalOf(answers[0]!)]).toEqual([404, "ATTACHMENT_NOT_FOUND"]);
});

test("a removed file is not served, on a board in the trash none is, and both come back", async ({ server }) => {
  const desk = await settle(server);
  const { person, boardId, taskId } = desk;
  const attachmentId = await add(server, desk);
  const status = async () => (await get(server, pathOf(desk, attachmentId), person.cookie)).status;
  const base = () => ({ boardId, mutationId: randomUUID() });
  await person.ask("attachment.remove", { ...base(), taskId, attachmentId });
  expect([await status(), (await detailOf(desk)).card.attachmentCount]).toEqual([404, 0]);
  await person.ask("attachment.restore", { ...base(), taskId, attachmentId });
  expect([await status(), (await detailOf(desk)).card.attachmentCount]).toEqual([200, 1]);
  await person.ask("board.remove", base());
  expect(await status()).toBe(404);
  await person.ask("board.restore", base());
  expect(await status()).toBe(200);
});

const disguised: [string, Buffer][] = [
  ["a page called an image", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["an SVG with a script", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ["XHTML", Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>1</script></html>')],
  ["MHTML", Buffer.from("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<script>1</script>")],
  ["a page behind a byte order mark", Buffer.from("\ufeff<html><script>1</script>")],
  ["a page in UTF-16", Buffer.from("\ufeff<html><script>1</script>", "utf16le")],
  ["a program", Buffer.from("MZ\x90\0\x03", "latin1")],
];

test("what is not an image or a PDF by its content is only ever saved, whatever it was called", async ({ server }) => {
  const desk = await settle(server);
  for (const [what, bytes] of disguised) {
    const id = randomUUID();
    const headers = { "content-type": "image/png" };
    await upload(server, pathOf(desk, id), bytes, { cookie: desk.person.cookie, name: "photo.png", headers });
    const answer = await get(server, pathOf(desk, id), desk.person.cookie);
    expect([what, answer.status, answer.headers.get("content-type")]).toEqual([what, 200, "application/octet-stream"]);
    expect(answer.headers.get("content-disposition"), what).toMatch(/^attachment; /);
  }
  expect((await detailOf(desk)).detail.attachments.every(({ preview }) => preview === "none")).toBe(true);
});

test("a picture that is a script, too, is told to be the picture", async ({ server }) => {
  const desk = await settle(server);
  const id = await add(server, desk, Buffer.from("GIF89a/*........*/=1;alert(document.cookie)//"), "a.html");
  const answer = await get(server, pathOf(desk, id), desk.person.cookie);
  expect(answer.headers.get("content-type")).toBe("image/gif");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});

test("every file comes with a policy that lets nothing in it run, and may be kept by one person", async ({
  server,
}) => {
  const desk = await settle(server);
  const id = await add(server, desk);
  const { headers } = await get(server, pathOf(desk, id), desk.person.cookie);
  const named = ["cache-control", "content-disposition", "content-security-policy", "content-type", "etag"];
  const more = ["cross-origin-resource-policy", "referrer-policy", "x-content-type-options", "x-frame-options", "vary"];
  expect(Object.fromEntries([...named, ...more].map((name) => [name, headers.get(name)]))).toEqual({
    "cache-control": "private, max-age=31536000, immutable",
    "content-disposition": `inline; filename="Plan.png"; filename*=UTF-8''Plan.png`,
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox",
    "content-type": "image/png",
    "cross-origin-resource-policy": "same-origin",
    etag: `"${sha256(png)}"`,
    "referrer-policy": "no-referrer",
    vary: "cookie, origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
});

test("no name reaches a path, ends a header or hides its ending", async ({ server }) => {
  const desk = await settle(server);
  for (const [given, kept] of [
    ["../../../etc/passwd", "passwd"],
    ["..\\..\\boot.ini", "boot.ini"],
    ['a"; filename="b.html', 'a"; filename="b.html'],
    ["a\r\nSet-Cookie: stolen=1", "aSet-Cookie: stolen=1"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"],
    [`${"x".repeat(300)}.png`, `${"x".repeat(196)}.png`],
  ] as const) {
    const id = await add(server, desk, png, given);
    const { attachments } = (await detailOf(desk)).detail;
    expect(attachments.find((file) => file.id === id)?.name).toBe(kept);
    const { headers } = await get(server, pathOf(desk, id), desk.person.cookie);
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("content-disposition")).toMatch(/^inline; filename="[^"]*"; filename\*=UTF-8''[^;\s]*$/);
  }
  expect(server.stored()).toEqual([sha256(png)]);
});

test("no path but three ids is a file", async ({ server }) => {
  const desk = await settle(server);
  const id = await add(server, desk);
  const base = `/api/attachments/${desk.boardId}/${desk.taskId}`;
  for (const at of [
    "..%2f..%2f..%2fetc%2fpasswd",
    "..%252f..%252fetc%252fpasswd",
    "..%5c..%5cboot.ini",
    `${id}%00.png`,
    `${id}%2f..`,
    "%2fetc%2fpasswd",
    sha256(png),
    "*",
  ]) {
    const answer = await server.request(`${base}/${at}`, { headers: { cookie: desk.person.cookie } });
    expect([at, answer.status]).toEqual([at, 404]);
    const sent = await upload(server, `${base}/${at}`, png, { cookie: desk.person.cookie });
    expect([at, sent.status]).toEqual([at, 404]);
  }
  expect(server.stored()).toEqual([sha256(png)]);
});

test("nothing is uploaded for another site's page, by a form or without a name", async ({ server }) => {
  const desk = await settle(server);
  const at = pathOf(desk, randomUUID());
  const { cookie } = desk.person;
  const statuses = [
    await upload(server, at, png, { cookie, headers: { origin: "https://evil.example" } }),
    await upload(server, at, png, { cookie, headers: { "sec-fetch-site": "same-site" } }),
    await upload(server, at, png, { cookie, headers: { "x-file-name": "" } }),
    await upload(server, at, png, { cookie, headers: { "x-file-name": "%zz" } }),
    await server.request(at, { method: "PUT", body: png, headers: { cookie, origin: appUrl } }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([403, 403, 400, 400, 404]);
  expect(server.stored()).toEqual([]);
});

test("an empty file is a file", async ({ server }) => {
  const desk = await settle(server);
  const id = await add(server, desk, Buffer.alloc(0), "empty.txt");
  expect((await detailOf(desk)).detail.attachments).toMatchObject([{ size: 0, type: "application/octet-stream" }]);
  const answer = await get(server, pathOf(desk, id), desk.person.cookie);
  expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, 0]);
});

small("a file that is too large is refused by its length, and without one while it comes in", async ({ server }) => {
  const desk = await settle(server);
  const bytes = randomBytes(1024 * 1024 + 1);
  const { cookie } = desk.person;
  const announced = await upload(server, pathOf(desk, randomUUID()), bytes, { cookie });
  const chunked = await upload(server, pathOf(desk, randomUUID()), new Response(bytes).body!, { cookie });
  for (const answer of [announced, chunked])
    expect([answer.status, refusalOf(answer)]).toEqual([413, "FILE_TOO_LARGE"]);
  expect(server.stored()).toEqual([]);
  await add(server, desk, bytes.subarray(1));
});

small("a board takes as much as its quota, also from many at once, and removed files count", async ({ server }) => {
  const desk = await settle(server);
  const { person, boardId, taskId } = desk;
  const send = () => upload(server, pathOf(desk, randomUUID()), randomBytes(700 * 1024), { cookie: person.cookie });
  const answers = await Promise.all([send(), send(), send(), send()]);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  expect(new Set(answers.filter(({ status }) => status !== 201).map(refusalOf))).toEqual(new Set(["BOARD_FILES_FULL"]));
  const attachmentId = (await detailOf(desk)).detail.attachments[0]!.id;
  await person.ask("attachment.remove", { boardId, taskId, attachmentId, mutationId: randomUUID() });
  expect(refusalOf(await send())).toBe("BOARD_FILES_FULL");
});

test("an upload that breaks off leaves nothing, and can be done again", async ({ server }) => {
  const desk = await settle(server);
  const id = randomUUID();
  const socket = net.connect(server.api.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(
    `POST ${pathOf(desk, id)} HTTP/1.1\r\nHost: x\r\nX-File-Name: a.png\r\nContent-Length: 900000\r\nCookie: ${desk.person.cookie}\r\n\r\n`,
  );
  socket.write(png);
  await waitFor(() => server.stored().length === 1, { what: "the first bytes" });
  socket.destroy();
  await waitFor(() => server.stored().length === 0, { what: "nothing left" });
  expect((await detailOf(desk)).card.attachmentCount).toBe(0);
  expect((await upload(server, pathOf(desk, id), png, { cookie: desk.person.cookie })).status).toBe(201);
  expect(server.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test("a part is served, and what the browser has is not sent again", async ({ server }) => {
  const desk = await settle(server);
  const at = pathOf(desk, await add(server, desk));
  const { cookie } = desk.person;
  const part = await get(server, at, cookie, { range: "bytes=100-199" });
  expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 100-199/${png.length}`]);
  expect(Buffer.from(await part.arrayBuffer())).toEqual(png.subarray(100, 200));
  const beyond = await get(server, at, cookie, { range: "bytes=99999-" });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${png.length}`]);
  const known = await get(server, at, cookie, { "if-none-match": `"${sha256(png)}"` });
  expect([known.status, await known.text()]).toEqual([304, ""]);
  const changed = await get(server, at, cookie, { range: "bytes=0-1", "if-range": '"other"' });
  expect(changed.status).toBe(200);
});

test("who has too many uploads under way is told to wait", async ({ server }) => {
  const desk = await settle(server);
  const { cookie } = desk.person;
  const open: ReadableStreamDefaultController<Uint8Array>[] = [];
  const stalled = () =>
    new ReadableStream<Uint8Array>({ start: (controller) => void (controller.enqueue(png), open.push(controller)) });
  const running = Array.from({ length: limits.uploadsAtOnce }, () =>
    upload(server, pathOf(desk, randomUUID()), stalled(), { cookie }),
  );
  await waitFor(() => server.stored().length === limits.uploadsAtOnce, { what: "uploads under way" });
  const refused = await upload(server, pathOf(desk, randomUUID()), png, { cookie });
  expect([refused.status, refusalOf(refused), refused.headers.get("retry-after")]).toEqual([
    429,
    "TOO_MANY_UPLOADS",
    "60",
  ]);
  for (const controller of open) controller.close();
  expect((await Promise.all(running)).map(({ status }) => status)).toEqual(running.map(() => 201));
});

serverWith({ ATTACHMENTS_DIR: `${import.meta.filename}/below-a-file` })(
  "with a storage that takes nothing an upload is told to come back, and nothing is put on the task",
  async ({ server }) => {
    const desk = await settle(server);
    const answer = await upload(server, pathOf(desk, randomUUID()), png, { cookie: desk.person.cookie });
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "2"]);
    expect((await detailOf(desk)).card.attachmentCount).toBe(0);
    expect(server.logged.filter((line) => line.includes("files can be neither stored nor read"))).toHaveLength(1);
  },
);

test("bytes are deleted when no row has named them for thirty days, and no earlier", async ({ server }) => {
  const desk = await settle(server);
  const { person, boardId, taskId } = desk;
  const [shared, own] = [randomBytes(100), randomBytes(200)];
  const ids = [await add(server, desk, shared), await add(server, desk, shared), await add(server, desk, own)];
  const storage = openLocalStorage(server.folder);
  const { db, close } = createApiDb(server.database.url);
  const daysFromNow = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) });
  for (const attachmentId of [ids[0], ids[2]])
    await person.ask("attachment.remove", { boardId, taskId, attachmentId, mutationId: randomUUID() });
  expect(await forgetFiles({ db, clock: daysFromNow(29) }, storage)).toEqual({ rows: 0, files: 0 });
  expect(await forgetFiles({ db, clock: daysFromNow(31) }, storage)).toEqual({ rows: 2, files: 1 });
  // The other file of the same bytes still needs them.
  expect(server.stored()).toEqual([sha256(shared)]);
  expect((await get(server, pathOf(desk, ids[1]!), person.cookie)).status).toBe(200);
  await close();
});
