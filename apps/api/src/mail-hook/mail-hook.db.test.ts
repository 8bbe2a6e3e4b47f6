import { createHmac, hash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { bothDbTest } from "@kanban/testing/database-tests";
import { type Answer, type Person, startTestServer, type TestServer } from "../testing/server-test.ts";

const test = bothDbTest.extend<{ server: TestServer }>({
  server: async ({ apiDatabase, workerDatabase }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "kanban-posts-"));
    const server = await startTestServer({ apiDatabase, workerDatabase }, { ATTACHMENTS_DIR: folder });
    await use(server);
    await server.api.stop(1_000);
    rmSync(folder, { recursive: true });
  },
});

const mail = "From: bob@example.com\r\nSubject: Roof\r\n\r\nSlate lasts.\r\n";

type Hook = { mailboxId: string; secret: string };

const newHook = (person: Person) =>
  person.ask<Hook>("mailbox.createHook", { name: "Service", boardId: null, addresses: [], senders: [] });

function post(
  server: TestServer,
  { mailboxId, secret }: Hook,
  {
    body = mail as string | Buffer,
    seconds = Math.floor(Date.now() / 1_000),
    headers = {} as Record<string, string>,
  } = {},
): Promise<Answer> {
  const right = createHmac("sha256", secret).update(`${seconds}.`).update(body).digest("hex");
  return server.request(`/api/hooks/mail/${mailboxId}`, {
    method: "POST",
    headers: {
      ...{ "content-type": "message/rfc822", "x-kanban-timestamp": String(seconds) },
      ...{ "x-kanban-signature": `sha256=${right}`, ...headers },
    },
    body: new Uint8Array(Buffer.from(body)),
  });
}

async function told({ database }: TestServer): Promise<{ sha256: string; mailboxId: string }[]> {
  const { rows } = await database.pool.query<{ payload: { sha256: string; mailboxId: string } }>(
    "SELECT payload FROM event_log WHERE type = 'mail.posted' ORDER BY position",
  );
  return rows.map(({ payload }) => payload);
}

test("a signed mail is stored and told to the worker, once", async ({ server }) => {
  const hook = await newHook(await server.signUp());
  const seconds = Math.floor(Date.now() / 1_000) - 10;
  const first = await post(server, hook, { seconds });
  expect(first).toMatchObject({ status: 202, json: { state: "taken" } });
  expect(await told(server)).toMatchObject([{ mailboxId: hook.mailboxId, sha256: hash("sha256", mail) }]);
  const again = await Promise.all(Array.from({ length: 2 }, () => post(server, hook, { seconds })));
  for (const { status } of again) expect([409, 429]).toContain(status);
  expect((await post(server, hook, { seconds })).status).toBe(409);
  expect(await told(server)).toHaveLength(1);
});

test("what is not signed, or not for now, or not for here, is refused and stored nowhere", async ({ server }) => {
  const person = await server.signUp();
  const hook = await newHook(person);
  const other = await newHook(person);
  const now = Math.floor(Date.now() / 1_000);
  const { mailboxId } = await person.ask<Hook>("mailbox.create", {
    ...{ name: "Imap", boardId: null, addresses: [], senders: [] },
    connection: {
      ...{ host: "imap.example.net", port: 993, tls: "tls", userName: "ada", password: "x", fromStart: false },
      ...{ folders: [{ path: "INBOX", boardId: null }], afterCapture: "flag", moveTo: null },
    },
  });
  const bad: [string, Promise<Answer>][] = [
    ["another hook's secret", post(server, { ...hook, secret: other.secret })],
    ["too old", post(server, hook, { seconds: now - limits.mailHookSeconds - 5 })],
    ["too early", post(server, hook, { seconds: now + limits.mailHookSeconds + 5 })],
    ["another time than was signed", post(server, hook, { headers: { "x-kanban-timestamp": String(now - 1) } })],
    ["no signature", post(server, hook, { headers: { "x-kanban-signature": "" } })],
    ["half a signature", post(server, hook, { headers: { "x-kanban-signature": "sha256=abcd" } })],
    ["no such hook", post(server, { ...hook, mailboxId: randomUUID() })],
    ["a mailbox that is followed", post(server, { ...hook, mailboxId })],
    ["no id", post(server, { ...hook, mailboxId: "1" })],
  ];
  for (const [what, answer] of bad) expect({ what, status: (await answer).status }).toEqual({ what, status: 401 });
  expect((await post(server, hook, { body: "" })).status).toBe(400);
  expect(await told(server)).toEqual([]);
  expect(server.logged.join("\n")).not.toContain(hook.secret);
});

test("a mail as large as is taken is taken, and a larger one refused", { timeout: 30_000 }, async ({ server }) => {
  const hook = await newHook(await server.signUp());
  const large = Buffer.alloc(limits.postedMailBytes, "x");
  expect((await post(server, hook, { body: large })).status).toBe(202);
  const larger = await post(server, hook, { body: Buffer.alloc(limits.postedMailBytes + 1, "x") }).catch(() => null);
  // The connection may have ended before the answer was heard.
  if (larger) expect(larger.status).toBe(413);
  expect(await told(server)).toHaveLength(1);
});
