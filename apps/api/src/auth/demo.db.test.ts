import { bothDbTest } from "@kanban/testing/database-tests";
import http from "node:http";
import { expect } from "vitest";
import { cookieOf, serverTest, startTestServer, type TestServer } from "../testing/server-test.ts";

const appUrl = "http://localhost:3000";

/** Like `fetch`, but with a Host of the test's choice. */
function postFrom(server: TestServer, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${server.url}/api/demo/sign-in`, { method: "POST", headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
    request.end();
  });
}

serverTest("there is no demo unless it is switched on", async ({ server }) => {
  await server.database.pool.query(
    `INSERT INTO "user" (name, email, is_demo) VALUES ('Demo', 'demo@example.com', true)`,
  );
  expect((await server.post("/api/demo/sign-in", {})).status).toBe(404);
  expect((await server.request("/api/demo", {})).json).toEqual({ available: false });
});

bothDbTest("the demo opens on this machine only", async ({ apiDatabase, workerDatabase }) => {
  const server = await startTestServer({ apiDatabase, workerDatabase }, { DEMO_ACCOUNT: "loopback", APP_URL: appUrl });
  try {
    expect((await server.post("/api/demo/sign-in", {})).status).toBe(404);
    await server.database.pool.query(
      `INSERT INTO "user" (name, email, is_demo) VALUES ('Demo', 'demo@example.com', true)`,
    );

    const answer = await server.post("/api/demo/sign-in", {});
    expect([answer.status, answer.json]).toMatchObject([200, { user: { name: "Demo", isDemo: true } }]);
    const me = await server.request("/api/trpc/user.me", { headers: { cookie: cookieOf(answer) } });
    expect(me.json).toMatchObject({ result: { data: { email: "demo@example.com", isDemo: true, isAdmin: false } } });

    expect((await server.request("/api/demo", {})).json).toEqual({ available: true });
    expect((await server.request("/api/demo", { headers: { "x-forwarded-for": "203.0.113.7" } })).json).toEqual({
      available: false,
    });

    const here = { "x-forwarded-for": "127.0.0.1, ::1", "x-forwarded-host": "localhost:3000" };
    expect(await postFrom(server, here)).toBe(200);
    const elsewhere: Record<string, string>[] = [
      { "x-forwarded-for": "192.168.1.20" },
      { "x-forwarded-for": "127.0.0.1, 203.0.113.7" },
      { "x-forwarded-for": "203.0.113.7, 127.0.0.1" },
      { host: "kanban.example" },
      { "x-forwarded-host": "kanban.example" },
      { host: "127.0.0.1.evil.example" },
    ];
    for (const headers of elsewhere) expect(await postFrom(server, headers), JSON.stringify(headers)).toBe(404);
    expect(await postFrom(server, { origin: "https://evil.example" })).toBe(403);
    expect((await server.post("/api/auth/demo/sign-in", {})).status).toBe(404);
  } finally {
    await server.api.stop();
  }
});
