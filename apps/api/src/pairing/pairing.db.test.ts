import { randomUUID } from "node:crypto";
import type { MutationAnswer } from "@kanban/domain/board-event";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { appUrl, type Person, serverTest, type TestServer } from "../testing/server-test.ts";

/* A device gets a token without anybody typing it; RFC 8628's rules. */

type Started = { deviceCode: string; userCode: string; verificationUrl: string; interval: number };

const device = (server: TestServer, path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.request(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

async function start(server: TestServer, deviceName = "Chrome on Linux"): Promise<Started> {
  const answer = await device(server, "/api/pair/start", { deviceName });
  expect(answer.status).toBe(201);
  return answer.json as Started;
}

/** Asks as often as it may: the clock of the database's rows is turned instead of waiting. */
async function poll(server: TestServer, deviceCode: string) {
  await server.database.pool.query("UPDATE device_pairing SET polled_at = NULL");
  const answer = await device(server, "/api/pair/poll", { deviceCode });
  return { status: answer.status, ...(answer.json as { state?: string; token?: string }) };
}

const confirm = (person: Person, code: string, more: object = {}) =>
  person.call("pairing.confirm", { code, name: "Laptop", scopes: ["capture"], boardId: null, ...more });

async function newBoard(person: Person): Promise<string> {
  return (await person.ask<MutationAnswer>("board.create", { name: "Home", mutationId: randomUUID() })).boardId;
}

serverTest("a confirmed device gets its token once, for what was confirmed", async ({ server }) => {
  const ada = await server.signUp();
  const boardId = await newBoard(ada);
  const { deviceCode, userCode, verificationUrl } = await start(server);
  expect(userCode).toMatch(/^[B-Z]{4}-[B-Z]{4}$/);
  expect(verificationUrl).toBe(`${appUrl}/pair?code=${userCode}`);
  expect(await poll(server, deviceCode)).toMatchObject({ status: 200, state: "waiting" });
  const found = await ada.ask<{ deviceName: string }>("pairing.find", {
    code: userCode.toLowerCase().replace("-", " "),
  });
  expect(found.deviceName).toBe("Chrome on Linux");
  expect((await confirm(ada, userCode, { boardId })).status).toBe(200);
  expect((await confirm(ada, userCode)).status).toBe(404);
  const answers = await Promise.all([1, 2, 3].map(() => poll(server, deviceCode)));
  const tokens = answers.flatMap(({ token }) => token ?? []);
  expect(tokens).toHaveLength(1);
  expect(await poll(server, deviceCode)).toMatchObject({ state: "expired" });
  const listed = await ada.ask<{ name: string; boardId: string }[]>("token.list");
  expect(listed).toMatchObject([{ name: "Laptop", boardId, scopes: ["capture"] }]);
  const captured = await device(server, "/capture", { text: "x" }, { authorization: `Bearer ${tokens[0]}` });
  expect(captured.status).toBe(201);
  const { rows } = await server.database.pool.query("SELECT to_jsonb(t)::text AS row FROM api_token t");
  for (const secret of [tokens[0]!, deviceCode]) {
    expect(JSON.stringify(rows)).not.toContain(secret.slice(10));
    expect(server.logged.join("\n")).not.toContain(secret);
  }
});

serverTest(
  "a device that is denied, or asks too late, too often or with another's code, gets none",
  async ({ server }) => {
    const ada = await server.signUp();
    const denied = await start(server);
    expect((await ada.call("pairing.deny", { code: denied.userCode })).status).toBe(200);
    expect(await poll(server, denied.deviceCode)).toMatchObject({ state: "denied" });
    const late = await start(server);
    await server.database.pool.query("UPDATE device_pairing SET expires_at = now() - interval '1 second'");
    expect((await confirm(ada, late.userCode)).status).toBe(404);
    expect(await poll(server, late.deviceCode)).toMatchObject({ state: "expired" });
    const eager = await start(server);
    await device(server, "/api/pair/poll", { deviceCode: eager.deviceCode });
    const soon = await device(server, "/api/pair/poll", { deviceCode: eager.deviceCode });
    expect([soon.status, soon.headers.get("retry-after")]).toEqual([429, String(limits.pairingPollSeconds)]);
    // The code a person reads is no secret to fetch a token with.
    expect((await confirm(ada, eager.userCode)).status).toBe(200);
    for (const deviceCode of [eager.userCode, "x", denied.deviceCode])
      expect(await poll(server, deviceCode)).toMatchObject({ state: "expired" });
    expect(await ada.ask("token.list")).toEqual([]);
  },
);

serverTest("nobody confirms for a board that is not theirs, nor without being signed in", async ({ server }) => {
  const [ada, bob] = [await server.signUp(), await server.signUp("Bob")];
  const bobs = await newBoard(bob);
  const { deviceCode, userCode } = await start(server);
  expect((await confirm(ada, userCode, { boardId: bobs })).status).toBe(404);
  expect((await confirm(ada, userCode, { scopes: ["write"] })).status).toBe(400);
  const stranger = await server.post("/api/trpc/pairing.confirm", { code: userCode });
  expect(stranger.status).toBe(401);
  expect(await poll(server, deviceCode)).toMatchObject({ state: "waiting" });
  // Lost between the yes and the fetching.
  expect((await confirm(bob, userCode, { boardId: bobs })).status).toBe(200);
  await server.database.pool.query("DELETE FROM board_member WHERE board_id = $1", [bobs]);
  expect(await poll(server, deviceCode)).toMatchObject({ state: "denied" });
  expect(await bob.ask("token.list")).toEqual([]);
});

serverTest("whoever tries out codes, or starts without end, is stopped", async ({ server }) => {
  const ada = await server.signUp();
  const tries = [];
  for (let n = 0; n < 32; n++) tries.push((await ada.call("pairing.find", { code: "BBBB-BBBB" })).status);
  expect([tries[0], tries.at(-1)]).toEqual([404, 429]);
  let last;
  for (let n = 0; n < 21; n++) last = await device(server, "/api/pair/start", { deviceName: "x" });
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
  const form = await server.request("/api/pair/start", {
    ...{ method: "POST", headers: { "content-type": "text/plain" } },
    body: JSON.stringify({ deviceName: "x" }),
  });
  expect(form.status).toBe(415);
  const evil = await device(server, "/api/pair/start", { deviceName: "x" }, { origin: "https://evil.example" });
  expect(evil.status).toBe(403);
});

serverTest("a person has so many tokens, and revokes their own alone", async ({ server }) => {
  const [ada, bob] = [await server.signUp(), await server.signUp("Bob")];
  const make = () => ada.call("token.create", { name: "x", scopes: ["capture"], boardId: null, expiresInDays: null });
  const answers = await Promise.all(Array.from({ length: limits.tokensPerUser + 3 }, make));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(limits.tokensPerUser);
  const [token] = await ada.ask<{ id: string }[]>("token.list");
  expect((await bob.call("token.revoke", { tokenId: token!.id })).status).toBe(404);
  expect((await ada.call("token.revoke", { tokenId: token!.id })).status).toBe(200);
  expect((await ada.call("token.revoke", { tokenId: token!.id })).status).toBe(404);
  expect((await make()).status).toBe(200);
});
