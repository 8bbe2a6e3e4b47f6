import { randomUUID } from "node:crypto";
import net from "node:net";
import { once } from "node:events";
import { limits } from "@kanban/domain/limits";
import { expect } from "vitest";
import { type Answer, appUrl, serverTest, type TestServer } from "../testing/server-test.ts";

/** Headers that change with every answer or say only how it is transported. */
const transport = new Set(["connection", "content-length", "date", "keep-alive", "transfer-encoding", "x-request-id"]);

function policyHeaders({ headers }: Answer): Record<string, string> {
  return Object.fromEntries(
    [...headers].filter(([name]) => !transport.has(name) && name !== "set-cookie" && name !== "content-type"),
  );
}

const expectedHeaders = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  vary: "cookie, origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-robots-tag": "noindex",
};

serverTest("every answer, errors included, carries the same security headers and nothing else", async ({ server }) => {
  const ada = await server.signUp();
  const cookie = { cookie: ada.cookie };
  const answers: Record<string, [Answer, number]> = {
    alive: [await server.request("/healthz"), 200],
    ready: [await server.request("/readyz"), 200],
    unknown: [await server.request("/nowhere"), 404],
    unknownApi: [await server.request("/api/nowhere", { headers: cookie }), 404],
    debug: [await server.request("/.env"), 404],
    query: [await ada.call("board.list"), 200],
    unauthenticated: [await server.request("/api/trpc/board.list"), 401],
    invalid: [await ada.call("board.snapshot", {}), 400],
    missing: [await ada.call("board.snapshot", { boardId: randomUUID() }), 404],
    noProcedure: [await ada.call("board.nothing"), 404],
    wrongMethod: [await server.request("/api/trpc/board.create", { headers: cookie }), 405],
    put: [await server.request("/api/trpc/board.list", { method: "PUT", headers: { ...cookie, origin: appUrl } }), 404],
    crossSite: [await server.post("/api/trpc/board.create", {}, { ...cookie, origin: "https://evil.example" }), 403],
    form: [
      await server.post("/api/trpc/board.create", "a=b", {
        ...cookie,
        "content-type": "application/x-www-form-urlencoded",
      }),
      415,
    ],
    malformed: [await server.post("/api/trpc/board.create", "{", cookie), 400],
    tooLarge: [await server.post("/api/trpc/board.create", "x".repeat(1_000_000), cookie), 413],
    session: [await server.request("/api/auth/get-session", { headers: cookie }), 200],
    badSignIn: [await server.post("/api/auth/sign-in/email", { email: ada.email, password: "not the password" }), 401],
    authUnknown: [await server.request("/api/auth/sign-in/social"), 404],
    preflight: [await server.request("/api/trpc/board.list", { method: "OPTIONS", headers: { origin: appUrl } }), 404],
  };
  for (const [name, [answer, status]] of Object.entries(answers)) {
    expect(answer.status, name).toBe(status);
    expect(policyHeaders(answer), name).toEqual(expectedHeaders);
    expect(answer.headers.get("x-request-id"), name).toMatch(/^[\w-]{8,64}$/);
    expect(answer.text, name).not.toMatch(/node_modules|\.ts:|at async|prisma|select |"stack"/i);
  }
});

const otherSites: Record<string, string>[] = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "https://kanban.example.evil.example" },
  { origin: appUrl, "sec-fetch-site": "cross-site" },
  { origin: appUrl, "sec-fetch-site": "same-site" },
];

serverTest(
  "nothing is done for another site's page: no mutation, no sign-in, no sign-out, no stream",
  async ({ server }) => {
    const ada = await server.signUp();
    const create = { name: "Home", mutationId: randomUUID() };
    for (const headers of otherSites) {
      const sent = { ...headers, cookie: ada.cookie };
      const answers = [
        await server.post("/api/trpc/board.create", create, sent),
        await server.post("/api/trpc/board.create?batch=1", { 0: create }, sent),
        await server.post("/api/auth/sign-out", {}, sent),
        await server.post("/api/auth/sign-in/email", { email: ada.email, password: ada.password }, headers),
        await server.request("/api/trpc/sync.stream?input=%7B%22boards%22%3A%5B%5D%7D", { headers: sent }),
      ];
      expect(
        answers.map(({ status }) => status),
        JSON.stringify(headers),
      ).toEqual([403, 403, 403, 403, 403]);
      expect(answers.every((answer) => answer.headers.getSetCookie().length === 0)).toBe(true);
    }
    expect(await ada.ask("board.list")).toEqual([]);
  },
);

serverTest("no answer allows another origin to read it", async ({ server }) => {
  const answer = await server.request("/api/trpc/board.list", {
    method: "OPTIONS",
    headers: { origin: appUrl, "access-control-request-method": "POST" },
  });
  expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

serverTest("mutations are not done by GET, by another method in disguise, or by forms", async ({ server }) => {
  const ada = await server.signUp();
  const cookie = { cookie: ada.cookie };
  const create = { name: "Home", mutationId: randomUUID() };
  const input = encodeURIComponent(JSON.stringify(create));
  const batch = encodeURIComponent(JSON.stringify({ 0: create }));
  const answers = [
    await server.request(`/api/trpc/board.create?input=${input}`, { headers: cookie }),
    await server.request(`/api/trpc/board.create?batch=1&input=${batch}`, { headers: cookie }),
    await server.request(`/api/trpc/board.create?input=${input}&_method=POST`, {
      headers: { ...cookie, "x-http-method-override": "POST" },
    }),
    await server.post("/api/trpc/board.create", JSON.stringify(create), { ...cookie, "content-type": "text/plain" }),
    await server.post("/api/trpc/board.create", JSON.stringify(create), {
      ...cookie,
      "content-type": "multipart/form-data; boundary=x",
    }),
    await server.post("/api/trpc/board.create", JSON.stringify(create), {
      ...cookie,
      "content-type": "text/plain, application/json",
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([405, 405, 405, 415, 415, 415]);
  expect(await ada.ask("board.list")).toEqual([]);
});

const hostileBodies: [string, string][] = [
  ["a prototype key", '{"name":"x","mutationId":"ID","__proto__":{"isAdmin":true}}'],
  ["a constructor key", '{"name":"x","mutationId":"ID","constructor":{"prototype":{"polluted":1}}}'],
  ["an extra key", '{"name":"x","mutationId":"ID","userId":"someone"}'],
  ["an object for a string", '{"name":{"contains":""},"mutationId":"ID"}'],
  ["an array for a string", '{"name":["x"],"mutationId":"ID"}'],
  ["null", "null"],
  ["a number", "42"],
  ["an array", "[]"],
  ["a NUL character", '{"name":"a\\u0000b","mutationId":"ID"}'],
  ["half a surrogate pair", '{"name":"a\\ud800b","mutationId":"ID"}'],
  ["no object at all", '"text"'],
  ["a truncated object", '{"name":"x"'],
  ["a byte order mark", '\ufeff{"name":"x"'],
  ["an empty body", ""],
  ["nesting without end", `{"name":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
  ["a million elements", `[${"1,".repeat(100_000)}1]`],
  ["an id that is none", '{"name":"x","mutationId":"1 OR 1=1"}'],
];

serverTest("hostile bodies get a typed 400 and write nothing", async ({ server }) => {
  const ada = await server.signUp();
  for (const [name, body] of hostileBodies) {
    const answer = await server.post("/api/trpc/board.create", body.replace("ID", randomUUID()), {
      cookie: ada.cookie,
    });
    expect(answer.status, name).toBe(400);
    expect(answer.json, name).toHaveProperty("error");
  }
  expect(await ada.ask("board.list")).toEqual([]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

serverTest("a key given twice counts once, as its last value", async ({ server }) => {
  const ada = await server.signUp();
  const body = `{"name":"First","name":"Second","mutationId":"${randomUUID()}"}`;
  await server.post("/api/trpc/board.create", body, { cookie: ada.cookie });
  expect(await ada.ask("board.list")).toMatchObject([{ name: "Second" }]);
});

serverTest(
  "a body beyond the limit is refused by its length, and without a length while it comes in",
  async ({ server }) => {
    const ada = await server.signUp();
    const body = JSON.stringify({ name: "x".repeat(limits.bodyBytes), mutationId: randomUUID() });
    const announced = await server.post("/api/trpc/board.create", body, { cookie: ada.cookie });
    const stream = new Response(body).body!;
    const chunked = await server.request("/api/trpc/board.create", {
      ...{ method: "POST", body: stream, duplex: "half" },
      headers: { "content-type": "application/json", cookie: ada.cookie, origin: appUrl },
    });
    const auth = await server.post("/api/auth/sign-in/email", { email: "a@example.com", password: "x".repeat(20_000) });
    expect([announced.status, chunked.status, auth.status]).toEqual([413, 413, 413]);
  },
);

serverTest("a batch answers call by call, and one with too many calls not at all", async ({ server }) => {
  const ada = await server.signUp();
  const batch = (count: number) => {
    const path = Array.from({ length: count }, () => "user.me").join();
    return server.request(`/api/trpc/${path}?batch=1&input=%7B%7D`, { headers: { cookie: ada.cookie } });
  };
  const answer = await batch(limits.batchCalls);
  expect(answer.json).toHaveLength(limits.batchCalls);
  expect((await batch(limits.batchCalls + 1)).status).toBe(400);
});

async function sendRaw(server: TestServer, text: string): Promise<net.Socket> {
  const socket = net.connect(server.api.port, "127.0.0.1");
  await once(socket, "connect");
  socket.on("error", () => {});
  socket.write(text);
  return socket;
}

serverTest("clients that vanish half-way or speak nonsense do not disturb the others", async ({ server }) => {
  const ada = await server.signUp();
  const head = `POST /api/trpc/board.create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\nCookie: ${ada.cookie}\r\n\r\n`;
  const vanishing = await Promise.all(Array.from({ length: 20 }, () => sendRaw(server, `${head}{"name":"half`)));
  for (const socket of vanishing) socket.destroy();
  const nonsense = await sendRaw(server, "\u0000\u0001 not http\r\n\r\n");
  const absolute = await sendRaw(
    server,
    "GET http://169.254.169.254/ HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
  );
  const headers = await sendRaw(server, `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(100_000)}\r\n\r\n`);
  const [rejected] = (await once(headers, "data")) as [Buffer];
  expect(rejected.toString()).toMatch(/^HTTP\/1.1 431/);
  for (const socket of [nonsense, absolute, headers]) socket.destroy();
  expect(await ada.ask("board.list")).toEqual([]);
  expect(server.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

serverTest("a request id of a proxy runs through, one that would garble the log does not", async ({ server }) => {
  const given = await server.request("/healthz", { headers: { "x-request-id": "proxy-id-12345" } });
  const forged = await server.request("/healthz", { headers: { "x-request-id": 'x" "level":60' } });
  expect(given.headers.get("x-request-id")).toBe("proxy-id-12345");
  expect(forged.headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
});

serverTest("no password, cookie or token is logged", async ({ server }) => {
  const ada = await server.signUp();
  await server.post("/api/auth/sign-in/email", { email: ada.email, password: "not the password" });
  await ada.call("board.create", { name: 7 });
  const log = server.logged.join("");
  const token = decodeURIComponent(ada.cookie.split("=")[1] ?? "").split(".")[0] ?? "";
  expect(token.length).toBeGreaterThan(20);
  for (const secret of [ada.password, "not the password", token, ada.email]) expect(log).not.toContain(secret);
});
