import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { BoardSnapshot } from "@kanban/domain/board-view";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { TaskDetail } from "@kanban/domain/entities";
import { limits } from "@kanban/domain/limits";
import { bothDbTest } from "@kanban/testing/database-tests";
import { expect, type TestAPI } from "vitest";
import { type Answer, appUrl, type Person, startTestServer, type TestServer } from "../testing/server-test.ts";

/* What comes by token, and what an attacker would try with one (security.md, B3: 47, 57-60, 68, 75, 96, 98). */

type Known = typeof bothDbTest extends TestAPI<infer Fixtures> ? Fixtures : never;
const test: TestAPI<Known & { server: TestServer }> = bothDbTest.extend<{ server: TestServer }>({
  server: async ({ apiDatabase, workerDatabase }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "kanban-capture-"));
    const env = { ATTACHMENTS_DIR: folder, ATTACHMENT_LIMIT_MB: 2 };
    const server = await startTestServer({ apiDatabase, workerDatabase }, env);
    await use(server);
    await server.api.stop(1_000);
    rmSync(folder, { recursive: true, force: true });
  },
});

type Desk = { person: Person; boardId: string; tokenId: string; token: string };

async function newBoard(person: Person, name = "Home"): Promise<string> {
  return (await person.ask<MutationAnswer>("board.create", { name, mutationId: randomUUID() })).boardId;
}

async function newToken(person: Person, more: object = {}) {
  const asked = { name: "Phone", scopes: ["capture"], boardId: null, expiresInDays: null, ...more };
  return person.ask<{ tokenId: string; secret: string }>("token.create", asked);
}

async function settle(server: TestServer, name = "Ada"): Promise<Desk> {
  const person = await server.signUp(name);
  const boardId = await newBoard(person);
  const { tokenId, secret } = await newToken(person);
  return { person, boardId, tokenId, token: secret };
}

/** As curl does: no cookie, no origin. */
function capture(
  server: TestServer,
  token: string | null,
  body: unknown,
  { at = "/capture", headers = {} }: { at?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const isForm = body instanceof FormData;
  const isAsItIs = isForm || body instanceof Uint8Array || typeof body === "string";
  const type: Record<string, string> = isForm ? {} : { "content-type": "application/json" };
  return server.request(at, {
    method: "POST",
    headers: { ...type, ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    body: isAsItIs ? (body as string) : JSON.stringify(body),
  });
}

const titles = async ({ person, boardId }: Pick<Desk, "person" | "boardId">) =>
  (await person.ask<BoardSnapshot>("board.snapshot", { boardId })).tasks.map(({ title }) => title).toSorted();

const refusalOf = ({ json }: Answer) =>
  (json as { error?: { refusal?: { code: string } } } | null)?.error?.refusal?.code ?? null;

test("JSON, text and a form each become a task, told with its address, and known as the token's doing", async ({
  server,
}) => {
  const desk = await settle(server);
  const answer = await capture(server, desk.token, { title: "Roofs", text: "Slate", url: "https://example.com/r" });
  expect(answer).toMatchObject({ status: 201, json: { boardId: desk.boardId, number: 1, title: "Roofs" } });
  expect(answer.json).toMatchObject({ url: `${appUrl}/boards/${desk.boardId}/tasks/1` });
  const plain = { headers: { "content-type": "text/plain; charset=utf-8" } };
  expect((await capture(server, desk.token, "Buy milk\nand bread", { ...plain, at: "/api/capture" })).status).toBe(201);
  const french = { headers: { "content-type": 'text/plain; charset="iso-8859-1"' } };
  expect((await capture(server, desk.token, Buffer.from("Caf\xe9", "latin1"), french)).status).toBe(201);
  const form = new FormData();
  form.set("text", "Bill");
  form.set("title", "");
  form.append(
    "file",
    new File([Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), randomBytes(90_000)])], "../b.png"),
  );
  form.append("file", new File(["<script>alert(1)</script>"], "page.html", { type: "image/png" }));
  form.append("file", new File([], ""));
  expect(await capture(server, desk.token, form)).toMatchObject({ status: 201 });
  expect(await titles(desk)).toEqual(["Bill", "Buy milk", "Café", "Roofs"]);
  const { detail } = await desk.person.ask<{ detail: TaskDetail }>("task.get", { boardId: desk.boardId, number: 4 });
  expect(detail.attachments.map(({ name, type }) => [name, type])).toEqual([
    ["b.png", "image/png"],
    ["page.html", expect.not.stringMatching(/html|image/)],
  ]);
  const { rows } = await server.database.pool.query(
    "SELECT DISTINCT actor->>'means' AS means FROM event_log WHERE type = 'task.created'",
  );
  expect(rows).toEqual([{ means: "token" }]);
  const [listed] = await desk.person.ask<{ lastUsedAt: string | null; prefix: string }[]>("token.list");
  expect(listed?.lastUsedAt).not.toBeNull();
  expect(desk.token.startsWith(listed!.prefix)).toBe(true);
});

test("one key captures once: sent ten times at once, and again with another body", async ({ server }) => {
  const desk = await settle(server);
  const other = await newToken(desk.person);
  const headers = { "idempotency-key": "shortcut-1" };
  const answers = [];
  // Four at once, which is what a token may.
  for (let round = 0; round < 3; round++)
    answers.push(
      ...(await Promise.all([1, 2, 3, 4].map(() => capture(server, desk.token, { text: "Once" }, { headers })))),
    );
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  const reused = await capture(server, desk.token, { text: "Twice" }, { headers });
  expect([reused.status, refusalOf(reused)]).toEqual([422, "MUTATION_ID_REUSED"]);
  // Another device counts from one as well.
  expect((await capture(server, other.secret, { text: "Other" }, { headers })).status).toBe(201);
  expect(await titles(desk)).toEqual(["Once", "Other"]);
  for (const key of ["", " ", "a b", "x".repeat(201)]) {
    const answer = await capture(server, desk.token, { text: "No" }, { headers: { "idempotency-key": key } });
    expect(answer.status, JSON.stringify(key)).toBe(400);
  }
});

test("a token that is none, is over, revoked, or was not given for this, captures nothing", async ({ server }) => {
  const desk = await settle(server);
  const ended = await newToken(desk.person, { expiresInDays: 1 });
  const reading = await newToken(desk.person);
  const { pool } = server.database;
  await pool.query("UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = $1", [ended.tokenId]);
  await pool.query("UPDATE api_token SET scopes = '{read,write}' WHERE id = $1", [reading.tokenId]);
  const flipped = desk.token.slice(0, -1) + (desk.token.endsWith("A") ? "B" : "A");
  for (const token of [
    null,
    "",
    "x",
    ended.secret,
    flipped,
    `${desk.token}A`,
    desk.token.slice(0, -1),
    desk.token.toUpperCase(),
  ]) {
    const answer = await capture(server, token, { text: "x" });
    expect(answer.status, String(token)).toBe(401);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  }
  expect((await capture(server, reading.secret, { text: "x" })).status).toBe(403);
  // In an address, a cookie or the body it is none.
  expect((await capture(server, null, { text: "x" }, { at: `/capture?token=${desk.token}` })).status).toBe(401);
  expect((await capture(server, null, { text: "x" }, { headers: { cookie: desk.person.cookie } })).status).toBe(401);
  // What a token is for ends at capturing.
  const asSession = await server.request("/api/trpc/board.list", {
    headers: { authorization: `Bearer ${desk.token}` },
  });
  expect(asSession.status).toBe(401);
  expect((await capture(server, desk.token, { text: "Before" })).status).toBe(201);
  await desk.person.ask("token.revoke", { tokenId: desk.tokenId });
  expect((await capture(server, desk.token, { text: "After" })).status).toBe(401);
  expect(await titles(desk)).toEqual(["Before"]);
  expect(server.logged.join("\n")).not.toContain(desk.token);
  const dump = await pool.query("SELECT to_jsonb(t)::text AS row FROM api_token t");
  expect(JSON.stringify(dump.rows)).not.toContain(ended.secret.slice(10));
});

test("another's board, another than the token's, and one only looked at take nothing", async ({ server }) => {
  const [ada, bob] = [await settle(server), await settle(server, "Bob")];
  const work = await newBoard(ada.person, "Work");
  const narrow = await newToken(ada.person, { boardId: work });
  const foreign = await capture(server, ada.token, { text: "x", boardId: bob.boardId });
  expect([foreign.status, refusalOf(foreign)]).toEqual([404, "BOARD_NOT_FOUND"]);
  expect(foreign.text).toBe((await capture(server, ada.token, { text: "x", boardId: randomUUID() })).text);
  const beside = await capture(server, narrow.secret, { text: "x", boardId: ada.boardId });
  expect([beside.status, refusalOf(beside)]).toEqual([404, "BOARD_NOT_FOUND"]);
  expect((await capture(server, narrow.secret, { text: "Mine" })).json).toMatchObject({ boardId: work });
  const { pool } = server.database;
  await pool.query("INSERT INTO board_member (board_id, user_id, role) VALUES ($1, $2, 'viewer')", [
    bob.boardId,
    ada.person.userId,
  ]);
  expect(refusalOf(await capture(server, ada.token, { text: "x", boardId: bob.boardId }))).toBe("READ_ONLY");
  expect([await titles(ada), await titles(bob)]).toEqual([[], []]);
  // A token of a board ends with it, rather than widen.
  await pool.query("DELETE FROM board WHERE id = $1", [work]);
  expect((await capture(server, narrow.secret, { text: "x" })).status).toBe(401);
});

test("what is too large, not whole or no capture at all is refused, and nothing is written", async ({ server }) => {
  const desk = await settle(server);
  const plain = { headers: { "content-type": "text/plain" } };
  const post = async (body: unknown, options = {}) => (await capture(server, desk.token, body, options)).status;
  expect(await post("x".repeat(limits.capturedBytes + 1), plain)).toBe(413);
  expect(await post({ text: "ß".repeat(limits.capturedBytes / 2 + 1) })).toBe(400);
  expect(await post("{")).toBe(400);
  expect(await post([])).toBe(400);
  expect(await post({ text: "x", userId: randomUUID() })).toBe(400);
  expect(await post('{"text":"x","__proto__":{"boardId":1}}')).toBe(400);
  expect(await post({ text: { contains: "" } })).toBe(400);
  expect(await post({ url: "javascript:alert(1)" })).toBe(400);
  expect(await post({ text: "x", source: "mail" })).toBe(400);
  expect(await post({ text: " \0 " })).toBe(422);
  expect(await post("x", { headers: { "content-type": "application/xml" } })).toBe(415);
  expect(await post("x", { headers: { "content-type": "text/plain; charset=klingon" } })).toBe(415);
  expect(await post("x", { headers: { "content-type": "application/x-www-form-urlencoded" } })).toBe(415);
  const form = (...files: File[]) => {
    const made = new FormData();
    for (const file of files) made.append("file", file);
    return made;
  };
  const half = () => new File([randomBytes(1_500_000)], "half.bin");
  expect(await post(form(half(), half()))).toBe(413);
  expect(await post(form(new File([randomBytes(4_000_000)], "whole.bin")))).toBe(413);
  expect(await post(form(...Array.from({ length: limits.capturedFiles + 1 }, () => new File(["x"], "x.txt"))))).toBe(
    400,
  );
  const boundary = { headers: { "content-type": "multipart/form-data; boundary=b" } };
  expect(await post('--b\r\ncontent-disposition: form-data; name="text"\r\n\r\nhalf', boundary)).toBe(400);
  expect(await post("nothing", { headers: { "content-type": "multipart/form-data" } })).toBe(400);
  const fields = Array.from(
    { length: 10_000 },
    (_, n) => `--b\r\ncontent-disposition: form-data; name="f${n}"\r\n\r\nx\r\n`,
  );
  expect(await post(`${fields.join("")}--b--`, boundary)).toBe(400);
  expect(await titles(desk)).toEqual([]);
  expect((await capture(server, desk.token, `Long\n${"x".repeat(limits.capturedBytes - 10)}`, plain)).status).toBe(201);
  expect((await server.request("/capture", { headers: { authorization: `Bearer ${desk.token}` } })).status).toBe(404);
  expect(server.logged.filter((line) => line.includes("defect"))).toEqual([]);
});

test("whoever captures without end is told when to come back, and slow senders do not pile up", async ({ server }) => {
  const desk = await settle(server);
  const { hostname, port } = new URL(server.url);
  const slow: net.Socket[] = [];
  const sendSlowly = async () => {
    const socket = net.connect({ host: hostname, port: Number(port) });
    slow.push(socket);
    socket.write(
      `POST /capture HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${desk.token}\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nslow`,
    );
    await once(socket, "connect");
  };
  const withOneMore = async () => {
    await sendSlowly();
    return (await capture(server, desk.token, { text: "x" })).status;
  };
  await expect.poll(withOneMore, { timeout: 10_000 }).toBe(429);
  const refused = await capture(server, desk.token, { text: "x" });
  expect([refused.status, refused.headers.get("retry-after"), refusalOf(refused)]).toEqual([
    429,
    "1",
    "TOO_MANY_CAPTURES",
  ]);
  for (const socket of slow) socket.destroy();
  let last = refused;
  await expect
    .poll(async () => (last = await capture(server, desk.token, { text: "x" })).status, { timeout: 10_000 })
    .toBe(201);
  for (let round = 0; round < limits.capturesPerMinute && last.status === 201; round++)
    last = await capture(server, desk.token, { text: "x" });
  expect([last.status, refusalOf(last)]).toEqual([429, "TOO_MANY_CAPTURES"]);
  expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(1);
  // Others are not in its way.
  const other = await newToken(desk.person);
  expect((await capture(server, other.secret, { text: "y" })).status).toBe(201);
});

test("extensions may ask from their own pages, other sites may not", async ({ server }) => {
  const desk = await settle(server);
  const extension = "chrome-extension://abcdefghijklmnop";
  const preflight = (origin: string) =>
    server.request("/api/capture", {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
    });
  const allowed = await preflight(extension);
  expect([allowed.status, allowed.headers.get("access-control-allow-origin")]).toEqual([204, extension]);
  expect(allowed.headers.get("access-control-allow-headers")).toContain("authorization");
  expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
  const answer = await capture(
    server,
    desk.token,
    { text: "x", source: "extension" },
    { headers: { origin: extension } },
  );
  expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([201, extension]);
  expect((await capture(server, desk.token, { text: "x" }, { headers: { origin: appUrl } })).status).toBe(201);
  for (const origin of [
    "https://evil.example",
    "null",
    `${appUrl}.evil.example`,
    "chrome-extension://x/y",
    "http-extension://a",
  ]) {
    expect((await capture(server, desk.token, { text: "no" }, { headers: { origin } })).status, origin).toBe(403);
    const refused = await preflight(origin);
    expect([refused.status, refused.headers.get("access-control-allow-origin")], origin).toEqual([403, null]);
  }
});

test("a token is told the boards it may add to, the usual one first, and no others", async ({ server }) => {
  const [ada, bob] = [await settle(server), await settle(server, "Bob")];
  const { person } = ada;
  const boards = (token: string | null, headers: Record<string, string> = {}, at = "/api/capture/boards") =>
    server.request(at, { headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers } });
  const work = await newBoard(person, "Work <b>");
  const home = { id: ada.boardId, name: "Home" };
  expect(await boards(ada.token)).toMatchObject({ status: 200, json: [home, { id: work, name: "Work <b>" }] });
  expect((await boards(ada.token, {}, "/capture/boards")).json).toHaveLength(2);
  await person.ask("capture.chooseBoard", { boardId: work });
  expect((await boards(ada.token)).json).toEqual([{ id: work, name: "Work <b>" }, home]);
  const narrow = await newToken(person, { boardId: ada.boardId });
  expect((await boards(narrow.secret)).json).toEqual([home]);
  // A stranger's, one that is only looked at, one without an inbox and one in the trash are none to add to.
  const { pool } = server.database;
  await pool.query("INSERT INTO board_member (board_id, user_id, role) VALUES ($1, $2, 'viewer')", [
    bob.boardId,
    person.userId,
  ]);
  await pool.query(`UPDATE "column" SET kind = 'next' WHERE board_id = $1 AND kind = 'inbox'`, [work]);
  const trashed = await newBoard(person, "Old");
  await pool.query("UPDATE board SET deleted_at = now() WHERE id = $1", [trashed]);
  expect((await boards(ada.token)).json).toEqual([home]);
  expect((await boards(bob.token)).json).toEqual([{ id: bob.boardId, name: "Home" }]);
  // As an extension asks, and as another site would.
  const asked = await boards(ada.token, { origin: "moz-extension://1c2d" });
  expect([asked.status, asked.headers.get("access-control-allow-origin")]).toEqual([200, "moz-extension://1c2d"]);
  expect((await boards(ada.token, { origin: "https://evil.example" })).status).toBe(403);
  // No cookie stands in for a token, and none that is over is heard.
  expect((await boards(null, { cookie: person.cookie })).status).toBe(401);
  expect((await boards("x".repeat(40))).status).toBe(401);
  const reading = await newToken(person);
  await pool.query("UPDATE api_token SET scopes = '{read,write}' WHERE id = $1", [reading.tokenId]);
  expect((await boards(reading.secret)).status).toBe(403);
  await person.ask("token.revoke", { tokenId: ada.tokenId });
  expect((await boards(ada.token)).status).toBe(401);
  // Asking without end is stopped, and stops no capture.
  let last = await boards(narrow.secret);
  for (let round = 0; round < limits.capturesPerMinute && last.status === 200; round++)
    last = await boards(narrow.secret);
  expect([last.status, refusalOf(last)]).toEqual([429, "TOO_MANY_CAPTURES"]);
  expect((await capture(server, narrow.secret, { text: "x" })).status).toBe(201);
});

test("a device ends its own token, and no other", async ({ server }) => {
  const [ada, bob] = [await settle(server), await settle(server, "Bob")];
  const { person } = ada;
  const other = await newToken(person);
  const end = (token: string | null, headers: Record<string, string> = {}) =>
    server.request("/api/capture/token", {
      method: "DELETE",
      headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    });
  expect((await end(null, { cookie: person.cookie })).status).toBe(401);
  expect((await end(ada.token, { origin: "https://evil.example" })).status).toBe(403);
  const ended = await end(ada.token, { origin: "moz-extension://1c2d" });
  expect([ended.status, ended.headers.get("access-control-allow-origin")]).toEqual([204, "moz-extension://1c2d"]);
  expect((await end(ada.token)).status).toBe(401);
  expect((await capture(server, ada.token, { text: "no" })).status).toBe(401);
  for (const token of [other.secret, bob.token])
    expect((await capture(server, token, { text: "still" })).status).toBe(201);
  expect(await person.ask<{ id: string }[]>("token.list")).toMatchObject([{ id: other.tokenId }]);
});
