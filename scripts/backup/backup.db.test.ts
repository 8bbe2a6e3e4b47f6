import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { apiTest, newBoard, newMutationId, newTaskId } from "@kanban/api/testing/api-test";
import { openLocalStorage } from "@kanban/file-storage/local-storage";
import { migrationsRecord } from "@kanban/local-postgres/migrations-record";
import { beginEpochIfRestored } from "@kanban/messaging/incarnation";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { eventLog } from "@kanban/messaging/outbox-table";
import { cloneDatabase, type TestDatabase } from "@kanban/testing/clone-database";
import { withClient } from "@kanban/testing/open-client";
import { PgBoss } from "pg-boss";
import { expect, inject } from "vitest";
import { backUp } from "./back-up.ts";
import { compareSides } from "./compare-sides.ts";
import { readManifest, writeManifest } from "./manifest.ts";
import { restore, RestoreRefused } from "./restore.ts";
import { runBackup } from "./run-backup.ts";
import { runRestore } from "./run-restore.ts";

type Pair = { api: TestDatabase; worker: TestDatabase };
const urlsOf = ({ api, worker }: Pair) => ({ api: api.url, worker: worker.url });
const envOf = (pair: Pair, folder: string) => ({
  API_DATABASE_URL: pair.api.url,
  WORKER_DATABASE_URL: pair.worker.url,
  KANBAN_BACKUP_DIR: folder,
});

const test = apiTest.extend<{ folder: string; home: Pair; elsewhere: Pair }>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "kanban-backup-test-"));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  home: async ({ apiDatabase }, use) => {
    const worker = await cloneDatabase("worker", inject("postgres"));
    await use({ api: apiDatabase, worker });
    await worker.drop();
  },
  elsewhere: async ({}, use) => {
    const [api, worker] = [
      await cloneDatabase("api", inject("postgres")),
      await cloneDatabase("worker", inject("postgres")),
    ];
    await use({ api, worker });
    await Promise.all([api.drop(), worker.drop()]);
  },
});

async function withJobs(worker: TestDatabase): Promise<void> {
  const boss = new PgBoss({ connectionString: worker.url, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue("send-mail");
  await boss.send("send-mail", { to: 'somebody with a "quote", a tab\t and a \\ in the name' });
  await boss.stop({ graceful: false });
}

async function attach(
  api: TestDatabase,
  taskId: string,
  boardId: string,
  userId: string,
  sha256: string,
  preview: string | null,
) {
  await api.pool.query(
    `INSERT INTO attachment (id, task_id, board_id, name, type, size, sha256, preview, preview_sha256, uploaded_by, created_at)
     VALUES (gen_random_uuid(), $1, $2, 'Plan.png', 'image/png', 3, $3, 'ready', $4, $5, now())`,
    [taskId, boardId, sha256, preview, userId],
  );
}

async function* chunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

test("attached files come back with a restore, shared by backups that both hold them, and what is lost is listed", async ({
  api,
  home,
  elsewhere,
  folder,
}) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const taskId = newTaskId();
  await ada.api.task.create({ boardId, taskId, columnId: columns.next.id, title: "Plan", mutationId: newMutationId() });
  const files = path.join(folder, "attachments");
  const storage = openLocalStorage(files);
  const [plan, small] = [await storage.put(chunk("plan")), await storage.put(chunk("small"))];
  const lost = "0".repeat(64);
  await storage.put(chunk("of no task"));
  await attach(home.api, taskId, boardId, ada.userId, plan.sha256, small.sha256);
  await attach(home.api, taskId, boardId, ada.userId, lost, null);

  const into = path.join(folder, "backups");
  const said: string[] = [];
  const env = { ...envOf(home, into), ATTACHMENTS_DIR: files };
  expect(await runBackup([], env, (text) => said.push(text))).toBe(0);
  expect(await runBackup([], env, (text) => said.push(text))).toBe(0);
  expect(said.filter((line) => line.includes(lost))).toHaveLength(2);
  const [first, second] = readdirSync(into)
    .sort()
    .map((name) => path.join(into, name));
  expect(readManifest(second!).files).toEqual({ held: [plan.sha256, small.sha256].toSorted(), missing: [lost] });
  const inode = (backup: string) => statSync(path.join(backup, "files", plan.sha256)).ino;
  expect(inode(second!)).toBe(inode(first!));

  const empty = path.join(folder, "elsewhere");
  const there = { ...envOf(elsewhere, into), ATTACHMENTS_DIR: empty };
  expect(await runRestore(["latest", "--replace"], there, (text) => said.push(text))).toBe(0);
  expect(said.join("\n")).toContain(`2 of 2 attached files were gone from ${empty} and are back`);
  expect(readFileSync(path.join(empty, plan.sha256.slice(0, 2), plan.sha256), "utf8")).toBe("plan");
  // A file changed in the backup is refused, not restored under a hash that is not its own.
  rmSync(empty, { recursive: true });
  writeFileSync(path.join(second!, "files", plan.sha256), "forged");
  expect(await runRestore(["latest", "--replace"], there, (text) => said.push(text))).toBe(1);
  expect(said.at(-1)).toContain("is not what was backed up");
});

const count = async ({ pool }: TestDatabase, table: string) =>
  (await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]!.n;

test("taken while people work, a backup is one moment of each database and comes back row for row", async ({
  api: { newPerson },
  home,
  elsewhere,
  folder,
}) => {
  await withJobs(home.worker);
  const ada = await newPerson("Ada \\N \u2028 'the' \"first\"");
  const board = await newBoard(ada);
  const columnId = board.columns.inbox.id;
  let acknowledged = 0;
  let isOver = false;
  const work = async () => {
    while (!isOver) {
      const title = `Thought ${acknowledged} \\\\ \\. \\N 🌱`;
      await ada.api.task.create({
        boardId: board.boardId,
        columnId,
        taskId: newTaskId(),
        title,
        mutationId: newMutationId(),
      });
      acknowledged += 1;
    }
  };
  const crowd = Array.from({ length: 4 }, work);
  while (acknowledged < 20) await new Promise((tick) => setTimeout(tick, 5));
  const before = acknowledged;
  const taken = await backUp(urlsOf(home), folder);
  const after = acknowledged + crowd.length;
  isOver = true;
  await Promise.all(crowd);

  await restore(urlsOf(elsewhere), taken);
  const restored = await count(elsewhere.api, "task");
  expect(await count(elsewhere.api, "task_search")).toBe(restored);
  expect(restored).toBeGreaterThanOrEqual(before);
  expect(restored).toBeLessThanOrEqual(after);
  const { rows } = await elsewhere.api.pool.query(
    `SELECT seq::int, (SELECT count(*)::int FROM event_log WHERE board_id = board.id) AS events,
       (SELECT sum(open_tasks)::int FROM "column") AS counted FROM board`,
  );
  expect(rows).toEqual([{ seq: restored + 1, events: restored + 1, counted: restored }]);
  const jobs = "SELECT data FROM pgboss.job";
  expect((await elsewhere.worker.pool.query(jobs)).rows).toEqual((await home.worker.pool.query(jobs)).rows);
  // The publishers have their one right again, and positions go on where they were.
  await withClient(elsewhere.api.publisherUrl, async (client) => {
    await client.query(
      "INSERT INTO event_inbox (id, type, version, envelope) VALUES (gen_random_uuid(), 'x', 1, '{}')",
    );
    await expect(client.query("SELECT FROM event_inbox")).rejects.toThrow("permission denied");
  });
}, 60_000);

test("positions go on after the highest ever given, also when its row is gone", async ({ home, elsewhere, folder }) => {
  const insert = ({ worker: { pool } }: Pair) =>
    pool.query<{ position: string }>(
      "INSERT INTO event_inbox (id, type, version, envelope) VALUES (gen_random_uuid(), 'x', 1, '{}') RETURNING position",
    );
  for (let n = 0; n < 3; n++) await insert(home);
  await home.worker.pool.query("DELETE FROM event_inbox");
  await restore(urlsOf(elsewhere), await backUp(urlsOf(home), folder));
  expect((await insert(elsewhere)).rows).toEqual([{ position: "4" }]);
});

test("put back where it came from it begins a new epoch, and one side alone is told of", async ({
  api: { newPerson },
  home,
  elsewhere,
  folder,
}) => {
  await newBoard(await newPerson());
  const taken = await backUp(urlsOf(home), folder);
  await restore(urlsOf(elsewhere), taken);
  const asRelay = () => inTransaction(elsewhere.api.pool, (tx) => beginEpochIfRestored(tx, eventLog));
  await asRelay();
  expect(await asRelay()).toBe(false);
  await elsewhere.api.pool.query("DELETE FROM board");
  await elsewhere.worker.pool.query(
    "INSERT INTO event_outbox (id, type, version, envelope, published_at) VALUES (gen_random_uuid(), 'x', 1, '{}', now())",
  );
  const again = await backUp(urlsOf(elsewhere), folder, { now: new Date(0) });
  await elsewhere.api.pool.query("UPDATE event_log SET published_at = now()");
  await restore(urlsOf(elsewhere), again, { sides: ["api"], replace: true });
  expect(await count(elsewhere.api, "board")).toBe(0);
  expect(await asRelay()).toBe(true);
  expect(await compareSides(urlsOf(elsewhere))).toEqual({ toldByApi: 0, toldByWorker: 1 });
});

test("a damaged file, a database in use or one that is not empty refuses before anything is changed", async ({
  api: { newPerson },
  home,
  elsewhere,
  folder,
}) => {
  await newBoard(await newPerson());
  const taken = await backUp(urlsOf(home), folder);
  await expect(restore(urlsOf(home), taken)).rejects.toThrow(/in use \(kanban-api\)/);
  await restore(urlsOf(elsewhere), taken);
  await expect(restore(urlsOf(elsewhere), taken)).rejects.toThrow(/not empty.*--replace/);
  const file = path.join(taken, "api", "board.copy.gz");
  writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString().replace("Home", "Hume")));
  const refused = restore(urlsOf(elsewhere), taken, { replace: true });
  await expect(refused).rejects.toThrow(RestoreRefused);
  await expect(refused).rejects.toThrow(/board\.copy\.gz is not what was backed up/);
  expect(await count(elsewhere.api, "board")).toBe(1);
  const newer = readManifest(taken);
  writeManifest(taken, {
    ...newer,
    sides: { ...newer.sides, api: { ...newer.sides.api, migrations: ["20990101000000_of_tomorrow"] } },
  });
  await expect(restore(urlsOf(elsewhere), taken)).rejects.toThrow(/newer version.*20990101000000_of_tomorrow/);
});

test("what does not come back as it was leaves the database as it is", async ({
  api: { newPerson },
  home,
  elsewhere,
  folder,
}) => {
  const empty = await backUp(urlsOf(home), folder);
  await newBoard(await newPerson());
  await restore(urlsOf(elsewhere), await backUp(urlsOf(home), folder));
  const manifest = readManifest(empty);
  const tables = manifest.sides.api.tables.map((table) => (table.name === "board" ? { ...table, rows: 7 } : table));
  writeManifest(empty, { ...manifest, sides: { ...manifest.sides, api: { ...manifest.sides.api, tables } } });
  const failing = restore(urlsOf(elsewhere), empty, { replace: true });
  await expect(failing).rejects.toThrow(/board did not come back.*0 rows of 7/);
  expect(await count(elsewhere.api, "board")).toBe(1);
});

test("a backup of an older version is brought to this one's schema", async ({ home, elsewhere, folder }) => {
  const taken = await backUp(urlsOf(home), folder);
  const manifest = readManifest(taken);
  const { worker } = manifest.sides;
  const older = worker.migrations.slice(0, -1);
  // As that version would have written it: without the newest migration, and without what it brought.
  await withClient(elsewhere.worker.url, async (client) => {
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    const record = await home.worker.pool.query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations",
    );
    expect(record.rows.map(({ name }) => name).sort()).toEqual(worker.migrations);
    await client.query(migrationsRecord);
    for (const name of older)
      await client.query(readFileSync(`prisma/worker-migrations/${name}/migration.sql`, "utf8"));
    const { rows } = await home.worker.pool.query("SELECT * FROM _prisma_migrations WHERE migration_name = ANY($1)", [
      older,
    ]);
    for (const row of rows)
      await client.query(
        "INSERT INTO _prisma_migrations SELECT * FROM jsonb_populate_record(NULL::_prisma_migrations, $1)",
        [JSON.stringify(row)],
      );
  });
  const ofOlder = await backUp({ api: home.api.url, worker: elsewhere.worker.url }, folder);
  expect(readManifest(ofOlder).sides.worker.migrations).toEqual(older);
  await restore(urlsOf(home), ofOlder, { replace: true });
  const { rows } = await home.worker.pool.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1",
  );
  expect(rows.map(({ name }) => name)).toEqual(worker.migrations);
}, 60_000);

test("from the command line: backed up, kept in number, the latest put back, and everything said", async ({
  api: { newPerson },
  home,
  elsewhere,
  folder,
}) => {
  await newBoard(await newPerson());
  const printed: string[] = [];
  const print = (text: string) => void printed.push(text);
  for (let n = 0; n < 3; n++) expect(await runBackup(["--keep", "2"], envOf(home, folder), print)).toBe(0);
  expect(readdirSync(folder)).toHaveLength(2);
  expect(printed.join("\n")).toMatch(/Backed up \d+ rows of \d+ tables/);
  printed.length = 0;
  expect(await runRestore(["latest"], envOf(elsewhere, folder), print)).toBe(0);
  expect(printed.join("\n")).toMatch(/Both sides know the same of each other/);
  expect(await count(elsewhere.api, "board")).toBe(1);
  printed.length = 0;
  expect(await runRestore(["latest"], envOf(elsewhere, folder), print)).toBe(3);
  expect(printed.join("\n")).toMatch(/Nothing was changed: .*not empty/);
  for (const wrong of [[], ["a", "b"], ["latest", "--only", "web"], ["--force"]])
    expect(await runRestore(wrong, envOf(elsewhere, folder), print)).toBe(2);
  for (const wrong of [["--keep", "0"], ["here"], ["--keep", "many"]])
    expect(await runBackup(wrong, envOf(home, folder), print)).toBe(2);
  const away = { ...envOf(home, folder), WORKER_DATABASE_URL: "postgresql://kanban:secret-word@127.0.0.1:1/x" };
  printed.length = 0;
  expect(await runBackup([], away, print)).toBe(1);
  expect(printed.join("\n")).not.toContain("secret-word");
  expect(readdirSync(folder).filter((name) => !existsSync(path.join(folder, name, "manifest.json")))).toEqual([]);
});
