// The checklist for separate databases, line by line, with the two databases on two PostgreSQL servers.
import { SIDES, type Side } from "@kanban/local-postgres/roles";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { captureTask, hintAbout } from "../testing/capture-task.ts";
import { signUp } from "../testing/sign-up.ts";
import { startOnTwoServers, type TwoServers } from "./start-on-two-servers.ts";

let running: TwoServers;
beforeAll(async () => {
  running = await startOnTwoServers();
}, 120_000);
afterAll(() => running?.stop(), 60_000);

const sides = ["api", "worker"] as const;
const otherThan = (side: Side): Side => (side === "api" ? "worker" : "api");
const ownerUrl = (side: Side) => running.urls[side === "api" ? "API_DATABASE_URL" : "WORKER_DATABASE_URL"];
/** The way of `side` into the other database. */
const publisherUrl = (side: Side) => running.urls[side === "api" ? "API_TO_WORKER_URL" : "WORKER_TO_API_URL"];
const ask = async <Row extends object>(url: string, sql: string): Promise<Row[]> =>
  withClient(url, async (client) => (await client.query<Row>(sql)).rows);
const asAdmin = <Row extends object>(side: Side, sql: string) => ask<Row>(running.servers[side].urls.adminUrl, sql);

type Connection = { program: string; role: string; database: string };
/** Who is connected to a server, but for those who look. */
const connections = (side: Side) =>
  asAdmin<Connection>(
    side,
    `SELECT DISTINCT regexp_replace(application_name, '^(kanban-(api|worker)).*', '\\1') AS program,
       usename AS role, datname AS database
     FROM pg_stat_activity WHERE backend_type = 'client backend' AND usename <> 'postgres' ORDER BY 1, 2`,
  );

test("both databases start successfully", async () => {
  const seen = await Promise.all(
    sides.map(async (side) => {
      const [server] = await asAdmin<{ version: number; id: string }>(
        side,
        "SELECT current_setting('server_version_num')::int AS version, (SELECT system_identifier::text FROM pg_control_system()) AS id",
      );
      const databases = await asAdmin<{ name: string }>(
        side,
        "SELECT datname AS name FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres'",
      );
      expect(databases).toEqual([{ name: SIDES[side].database }]);
      expect(server?.version).toBeGreaterThanOrEqual(180_000);
      return server?.id;
    }),
  );
  expect(new Set(seen).size).toBe(2);
});

describe.each(sides)("the %s", (side) => {
  const { database, owner } = SIDES[side];
  const there = SIDES[otherThan(side)];

  test(`connects to ${database}`, async () => {
    const own = (await connections(side)).filter(({ program }) => program === `kanban-${side}`);
    expect(own).toEqual([{ program: `kanban-${side}`, role: owner, database }]);
    expect(await running.programs[side].readiness()).toBe(200);
  });

  test("enters the other database as the publisher alone, who may put events into it and nothing else", async () => {
    const abroad = await waitFor(
      async () => {
        const found = (await connections(otherThan(side))).filter(({ program }) => program === `kanban-${side}`);
        return found.length > 0 ? found : null;
      },
      { what: `the ${side}'s relay to connect` },
    );
    expect(abroad).toEqual([{ program: `kanban-${side}`, role: there.publisher, database: there.database }]);
    const rights = await ask(
      ownerUrl(otherThan(side)),
      `SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = '${there.publisher}'`,
    );
    expect(rights).toEqual([{ table_name: "event_inbox", privilege_type: "INSERT" }]);
    await expect(ask(publisherUrl(side), "SELECT FROM event_inbox")).rejects.toThrow("permission denied");
  });
});

test("prisma migrations run on both databases, and only once", async () => {
  const [first, second] = running.migrated;
  for (const side of sides) {
    expect(first).toMatch(new RegExp(`^${side}: applied \\d+_init, `, "m"));
    expect(second).toContain(`${side}: up to date`);
    const rows = await ask<{ finished: boolean }>(
      ownerUrl(side),
      "SELECT finished_at IS NOT NULL AND rolled_back_at IS NULL AS finished FROM _prisma_migrations",
    );
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(rows.every(({ finished }) => finished)).toBe(true);
  }
});

test("the API can read and write its database, and is refused the worker's", async () => {
  const member = await signUp(running.programs.api.url);
  const { boardId } = await member.mutate<{ boardId: string }>("board.create", { name: "Written and read" });
  expect(await member.query("board.list", {})).toEqual([expect.objectContaining({ id: boardId })]);
  expect(await ask(ownerUrl("api"), `SELECT name FROM board WHERE id = '${boardId}'`)).toEqual([
    { name: "Written and read" },
  ]);
  await isRefused("api");
});

test("the worker can read and write its database, and is refused the API's", async () => {
  const member = await signUp(running.programs.api.url);
  const { taskId } = await captureTask(member);
  const projected = await waitFor(
    async () => (await ask(ownerUrl("worker"), `SELECT title FROM task_projection WHERE task_id = '${taskId}'`))[0],
    { what: "the worker to write what it heard", timeoutMs: 30_000 },
  );
  expect(projected).toEqual({ title: "call the dentist tomorrow" });
  // What it read back for its agents.
  const runs = () =>
    ask(ownerUrl("worker"), `SELECT FROM agent_run WHERE task_id = '${taskId}' AND status <> 'running'`);
  await waitFor(async () => (await runs()).length > 0, { what: "an agent to have run", timeoutMs: 30_000 });
  await isRefused("worker");
});

/** The owner of one side gets no connection to the other's server, whatever the database. */
async function isRefused(side: Side): Promise<void> {
  const there = new URL(ownerUrl(otherThan(side)));
  for (const database of [SIDES[otherThan(side)].database, "postgres"]) {
    const url = Object.assign(new URL(ownerUrl(side)), { host: there.host, pathname: `/${database}` });
    await expect(ask(url.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  }
}

test("no connection and no role is shared", async () => {
  // There and back, so that every connection there is has been made.
  const member = await signUp(running.programs.api.url);
  await hintAbout(member, await captureTask(member));
  const roles = await Promise.all(
    sides.map(async (side) => {
      const { database, owner, publisher } = SIDES[side];
      const rolesHere = await asAdmin<{ role: string; may_enter: boolean }>(
        side,
        `SELECT rolname AS role, has_database_privilege(rolname, '${database}', 'CONNECT') AS may_enter
         FROM pg_roles WHERE rolname !~ '^pg_' AND NOT rolsuper ORDER BY rolname`,
      );
      expect(rolesHere).toEqual([owner, publisher].sort().map((role) => ({ role, may_enter: true })));
      const here = await connections(side);
      expect(here.every((connection) => connection.database === database)).toBe(true);
      expect(new Set(here.map(({ program, role }) => `${program} as ${role}`))).toEqual(
        new Set([`kanban-${side} as ${owner}`, `kanban-${otherThan(side)} as ${publisher}`]),
      );
      return rolesHere.map(({ role }) => role);
    }),
  );
  expect(new Set(roles.flat()).size).toBe(4);
});

test("the application still works: a task with a date is captured, and a hint comes back", async () => {
  const member = await signUp(running.programs.api.url);
  const task = await captureTask(member, "pay the rent next friday");
  expect(await hintAbout(member, task)).toMatchObject({ taskId: task.taskId, state: "proposed" });
  for (const side of sides) {
    const setAside = await ask(ownerUrl(side), "SELECT FROM event_inbox WHERE parked_at IS NOT NULL");
    expect(setAside).toEqual([]);
    expect(running.programs[side].log()).not.toMatch(/"level":(50|60)/);
  }
});
