import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  AlreadyRunningError,
  startLocalPostgres,
  type LocalPostgres,
  type LocalPostgresOptions,
} from "./start-local-postgres.ts";

let folder: string;
let started: LocalPostgres[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kanban-local-postgres-"));
  // Root's server runs as another user, who has to get in.
  chmodSync(folder, 0o755);
  started = [];
});
afterEach(async () => {
  for (const server of started) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<LocalPostgresOptions> = {}): Promise<LocalPostgres> {
  const server = await startLocalPostgres({ dataDir: path.join(folder, "data"), fsync: false, ...options });
  started.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return (rows[0] as unknown[]).map(String);
  } finally {
    await client.end();
  }
}

test("what was written is there after a stop and a second start", async () => {
  const first = await start();
  const client = new pg.Client({ connectionString: first.urls.apiDatabaseUrl });
  await client.connect();
  await client.query("CREATE TABLE kept AS SELECT 42 AS answer");
  await client.end();
  await first.stop();
  const second = await start();
  expect(await ask(second.urls.apiDatabaseUrl, "SELECT answer FROM kept")).toEqual(["42"]);
});

test("it listens on the loopback interface only, and speaks SCRAM and UTF-8 whatever the machine does", async () => {
  const { urls } = await start({ fsync: true });
  expect(
    await ask(
      urls.adminUrl,
      `SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories'), current_setting('fsync'),
              pg_encoding_to_char(encoding), datlocprovider, datlocale,
              (SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules)
         FROM pg_database WHERE datname = 'kanban_api'`,
    ),
  ).toEqual(["127.0.0.1", "", "on", "UTF8", "b", "C.UTF-8", "scram-sha-256"]);
});

test("a wrong password is refused", async () => {
  const { urls } = await start();
  const wrong = new URL(urls.apiDatabaseUrl);
  wrong.password = "guess";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

test("a second start on a running installation is refused with its address, or shares it on demand", async () => {
  const first = await start();
  await expect(start()).rejects.toThrow(AlreadyRunningError);
  const shared = await start({ whenRunning: "reuse" });
  expect(shared).toMatchObject({ shared: true, port: first.port });
  await shared.stop();
  expect(await ask(first.urls.apiDatabaseUrl, "SELECT 1")).toEqual(["1"]);
});

test("the server of a killed process is adopted by the next start", async () => {
  const module = new URL("start-local-postgres.ts", import.meta.url).href;
  const program = `const { startLocalPostgres } = await import(${JSON.stringify(module)});
    const { pid } = await startLocalPostgres({ dataDir: ${JSON.stringify(path.join(folder, "data"))}, fsync: false });
    process.stdout.write(String(pid)); process.kill(process.pid, 'SIGKILL');`;
  const victim = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = (await once(victim.stdout, "data")) as [Buffer];
  await once(victim, "exit");
  const adopted = await start();
  expect(adopted).toMatchObject({ pid: Number(output.toString()), shared: false });
});

test("a killed server leaves a pid file that does not stop the next start, even when its number is taken", async () => {
  const first = await start();
  process.kill(first.pid, "SIGKILL");
  const pidFile = path.join(first.dataDir, "cluster", "postmaster.pid");
  expect(existsSync(pidFile)).toBe(true);
  // This test's own process number: alive, and no PostgreSQL.
  writeFileSync(pidFile, `${process.pid}\n${first.dataDir}/cluster\n0\n${first.port}\n`);
  const second = await start();
  expect(await ask(second.urls.workerDatabaseUrl, "SELECT 1")).toEqual(["1"]);
});

test("a taken port is moved to the next free one", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const { port } = squatter.address() as AddressInfo;
  try {
    expect((await start({ port })).port).toBeGreaterThan(port);
  } finally {
    squatter.close();
  }
});
