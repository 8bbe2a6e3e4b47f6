import { randomUUID } from "node:crypto";
import { bothDbTest } from "@kanban/testing/database-tests";
import { expect } from "vitest";
import { type Answer, cookieOf, serverTest, startTestServer, type TestServer } from "../testing/server-test.ts";

const password = "correct horse battery";

function signUpBody(overrides: Record<string, unknown> = {}) {
  return { name: "Ada", email: `${randomUUID()}@example.com`, password, ...overrides };
}

const signIn = (server: TestServer, email: string, given: string, headers?: Record<string, string>) =>
  server.post("/api/auth/sign-in/email", { email, password: given }, headers);

serverTest(
  "signing up opens a session in a cookie no script can read, and the answer holds no token",
  async ({ server }) => {
    const body = signUpBody({ timeZone: "Europe/Vienna", locale: "de-AT" });
    const answer = await server.post("/api/auth/sign-up/email", body);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      user: {
        id: expect.any(String),
        name: "Ada",
        email: body.email,
        timeZone: "Europe/Vienna",
        locale: "de-AT",
        isAdmin: true,
        isDemo: false,
      },
    });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^__Host-kanban\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const session = await server.request("/api/auth/get-session", { headers: { cookie: cookieOf(answer) } });
    expect(Object.keys((session.json as { session: object }).session).sort()).toEqual(["expiresAt", "id"]);
    const { rows } = await server.database.pool.query("SELECT password FROM account");
    expect(rows[0].password).toMatch(/^\$argon2id\$/);
  },
);

serverTest("signing out ends the session at once, everywhere the cookie is used", async ({ server }) => {
  const ada = await server.signUp();
  const again = cookieOf(await signIn(server, ada.email, ada.password));
  const out = await server.post("/api/auth/sign-out", {}, { cookie: ada.cookie });
  expect([out.status, out.headers.getSetCookie()[0]]).toEqual([200, expect.stringContaining("Max-Age=0")]);
  expect((await ada.call("user.me")).status).toBe(401);
  const other = await server.request("/api/trpc/user.me", { headers: { cookie: again } });
  expect(other.status).toBe(200);
  await server.post("/api/auth/revoke-sessions", {}, { cookie: again });
  expect((await server.request("/api/trpc/user.me", { headers: { cookie: again } })).status).toBe(401);
});

serverTest("a cookie whose signature or token is changed opens nothing", async ({ server }) => {
  const ada = await server.signUp();
  const [name, value] = ada.cookie.split("=") as [string, string];
  const [token, signature] = decodeURIComponent(value).split(".") as [string, string];
  const forged = [
    `${token}x.${signature}`,
    `${token}.${signature.replace(/^./, "_")}`,
    token,
    `.${signature}`,
    "",
    "%00",
    "a".repeat(5_000),
  ];
  for (const one of forged) {
    const answer = await server.request("/api/trpc/user.me", {
      headers: { cookie: `${name}=${encodeURIComponent(one)}` },
    });
    expect(answer.status, one.slice(0, 40)).toBe(401);
  }
});

serverTest("an unknown address and a wrong password get the same answer", async ({ server }) => {
  const ada = await server.signUp();
  const answers = [
    await signIn(server, ada.email, "not the password"),
    await signIn(server, "nobody@example.com", "not the password"),
  ];
  expect(answers[0]?.text).toBe(answers[1]?.text);
  expect(answers.map(({ status }) => status)).toEqual([401, 401]);
});

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

serverTest("and they take the same time", { timeout: 120_000 }, async ({ server }) => {
  const ada = await server.signUp();
  const spent = { known: [] as number[], unknown: [] as number[] };
  // Alternating, so that whatever else the machine does hits both alike; each from its own address, below the limit.
  for (let n = 0; n < 12; n++) {
    for (const [kind, email] of [
      ["known", ada.email],
      ["unknown", "nobody@example.com"],
    ] as const) {
      const startedAt = performance.now();
      await signIn(server, email, "not the password", { "x-forwarded-for": `203.0.113.${n + 1}` });
      spent[kind].push(performance.now() - startedAt);
    }
  }
  // Without the hash an unknown address would answer in a small fraction of the time.
  expect(median(spent.unknown) / median(spent.known)).toBeGreaterThan(0.4);
  expect(median(spent.unknown) / median(spent.known)).toBeLessThan(2.5);
});

serverTest("ten wrong passwords for one account from one address are enough for a minute", async ({ server }) => {
  const [ada, bob] = [await server.signUp("Ada"), await server.signUp("Bob")];
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await signIn(server, ada.email, "not the password")).status);
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
  // Neither the right password nor an invented hop gets past, while another account and another place are untouched.
  expect((await signIn(server, ada.email, ada.password)).status).toBe(429);
  expect((await signIn(server, ada.email.toUpperCase(), ada.password)).status).toBe(429);
  expect((await signIn(server, ada.email, ada.password, { "x-forwarded-for": "198.51.100.1, 127.0.0.1" })).status).toBe(
    429,
  );
  expect((await signIn(server, bob.email, bob.password)).status).toBe(200);
  expect((await signIn(server, ada.email, ada.password, { "x-forwarded-for": "198.51.100.1" })).status).toBe(200);
});

serverTest("addresses of one IPv6 network count as one", async ({ server }) => {
  const ada = await server.signUp();
  const from = (n: number) => ({ "x-forwarded-for": `2001:db8:0:1::${n.toString(16)}` });
  // Counted before they are looked at, so that these cost no hash.
  for (let n = 1; n <= 60; n++) await server.post("/api/auth/sign-in/email", {}, from(n));
  expect((await signIn(server, ada.email, ada.password, from(200))).status).toBe(429);
});

serverTest("attempts that arrive at once are all counted", async ({ server }) => {
  const ada = await server.signUp();
  const answers = await Promise.all(Array.from({ length: 15 }, () => signIn(server, ada.email, "not the password")));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

const refusedSignUps: [string, Record<string, unknown>][] = [
  ["a short password", { password: "short" }],
  ["a password beyond the limit", { password: "x".repeat(129) }],
  ["a name that is empty", { name: "  " }],
  ["a name beyond the limit", { name: "x".repeat(81) }],
  ["a name with NUL", { name: "a\u0000b" }],
  ["a name that is an object", { name: { contains: "" } }],
  ["an address that is none", { email: "not an address" }],
  ["an address with a line break", { email: "a@example.com\r\nbcc: b@example.com" }],
  ["making oneself administrator", { isAdmin: true }],
  ["making oneself the demo", { isDemo: true }],
  ["choosing an id", { id: randomUUID() }],
  ["a place to be sent to", { callbackURL: "//evil.example" }],
];

serverTest("what may not be said at sign-up is refused, and no account is left behind", async ({ server }) => {
  for (const [name, overrides] of refusedSignUps) {
    expect((await server.post("/api/auth/sign-up/email", signUpBody(overrides))).status, name).toBe(400);
  }
  const { rows } = await server.database.pool.query('SELECT count(*)::int AS users FROM "user"');
  expect(rows).toEqual([{ users: 0 }]);
});

serverTest("an unknown time zone or language is no reason to refuse somebody", async ({ server }) => {
  const answer = await server.post(
    "/api/auth/sign-up/email",
    signUpBody({ timeZone: "../../etc/passwd", locale: "not a language!" }),
  );
  expect(answer.json).toMatchObject({ user: { timeZone: "UTC", locale: "en" } });
});

serverTest("an address is one account, whatever its case, also when two sign up at once", async ({ server }) => {
  const body = signUpBody();
  const answers = await Promise.all(
    [body, { ...body, email: body.email.toUpperCase() }].map((one) => server.post("/api/auth/sign-up/email", one)),
  );
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 422]);
  const { rows } = await server.database.pool.query("SELECT count(*)::int AS accounts FROM account");
  expect(rows).toEqual([{ accounts: 1 }]);
});

serverTest("of many who sign up first at once exactly one becomes administrator", async ({ server }) => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => server.post("/api/auth/sign-up/email", signUpBody())),
  );
  const admins = answers.filter(({ json }) => (json as { user: { isAdmin: boolean } }).user.isAdmin);
  const { rows } = await server.database.pool.query('SELECT count(*)::int AS admins FROM "user" WHERE is_admin');
  expect([admins.length, rows[0].admins]).toEqual([1, 1]);
  expect((await server.signUp()).userId).not.toBe(null);
});

const closedPaths = [
  "/api/auth/sign-up/email",
  "/api/auth/sign-up/email/",
  "/api/auth//sign-up/email",
  "/api/auth/sign-up%2femail",
  "/api/auth/sign-up/EMAIL",
  "/api/auth/sign-in/social",
];

bothDbTest("where sign-up is closed no path opens an account", async ({ apiDatabase, workerDatabase }) => {
  const server = await startTestServer({ apiDatabase, workerDatabase }, { SIGN_UP: "closed" });
  try {
    for (const path of closedPaths) expect((await server.post(path, signUpBody())).status, path).toBeOneOf([403, 404]);
    expect((await server.post(closedPaths[0]!, signUpBody())).status).toBe(403);
    const { rows } = await server.database.pool.query('SELECT count(*)::int AS users FROM "user"');
    expect(rows).toEqual([{ users: 0 }]);
  } finally {
    await server.api.stop();
  }
});

const hiddenRoutes = [
  "update-user",
  "delete-user",
  "change-email",
  "list-sessions",
  "revoke-session",
  "list-accounts",
  "link-social",
  "reset-password",
  "request-password-reset",
  "verify-email",
  "set-password",
  "ok",
  "error",
  "demo/sign-in",
  "get-access-token",
  "__proto__",
  "constructor",
];

serverTest("routes of the auth library that the product does not use do not exist", async ({ server }) => {
  const ada = await server.signUp();
  for (const route of hiddenRoutes) {
    const answers = [
      await server.post(`/api/auth/${route}`, {}, { cookie: ada.cookie }),
      await server.request(`/api/auth/${route}`, { headers: { cookie: ada.cookie } }),
    ];
    expect(
      answers.map(({ status }) => status),
      route,
    ).toEqual([404, 404]);
  }
});

serverTest(
  "changing the password ends the other sessions when asked to, and needs the current one",
  async ({ server }) => {
    const ada = await server.signUp();
    const elsewhere = cookieOf(await signIn(server, ada.email, ada.password));
    const change = (currentPassword: string) =>
      server.post(
        "/api/auth/change-password",
        { currentPassword, newPassword: "another long password", revokeOtherSessions: true },
        { cookie: ada.cookie },
      );
    expect((await change("not the password")).status).toBe(400);
    const changed = await change(ada.password);
    expect([changed.status, changed.text.includes("token")]).toEqual([200, false]);
    expect((await server.request("/api/trpc/user.me", { headers: { cookie: elsewhere } })).status).toBe(401);
    expect((await signIn(server, ada.email, "another long password")).status).toBe(200);
  },
);

serverTest("a person reads and changes their own account, and only what may be changed", async ({ server }) => {
  const ada = await server.signUp();
  const changed = await ada.ask("user.update", { name: "Ada L.", timeZone: "america/new_york", locale: "de-at" });
  expect(changed).toEqual({
    id: ada.userId,
    email: ada.email,
    name: "Ada L.",
    timeZone: "America/New_York",
    locale: "de-AT",
    isAdmin: true,
    isDemo: false,
  });
  expect(await ada.ask("user.me")).toEqual(changed);
  const refused: Answer[] = await Promise.all(
    [
      { isAdmin: false },
      { email: "b@example.com" },
      { timeZone: "Mars/Base" },
      { timeZone: "+05:00" },
      { locale: "x!" },
      { name: "" },
    ].map((input) => ada.call("user.update", input)),
  );
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400]);
});

serverTest("a session lives on while it is used, and ends when it is not", async ({ server }) => {
  const ada = await server.signUp();
  const { pool } = server.database;
  const daysLeft = async () => {
    const { rows } = await pool.query<{ days: number }>(
      "SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM session",
    );
    return rows[0]?.days;
  };
  expect((await ada.call("user.me")).headers.getSetCookie()).toEqual([]);
  await pool.query("UPDATE session SET expires_at = now() + interval '10 days'");
  const used = await ada.call("user.me");
  expect(used.headers.getSetCookie()).toEqual([expect.stringContaining("Max-Age=2592000")]);
  expect(await daysLeft()).toBe(30);
  await pool.query("UPDATE session SET expires_at = now() - interval '1 second'");
  expect((await ada.call("user.me")).status).toBe(401);
});
