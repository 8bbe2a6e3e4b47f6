import { readdirSync } from "node:fs";
import { bothDbTest } from "@kanban/testing/database-tests";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { openOldDatabase, openOldTables } from "./testing/old-database.ts";
import { countReasons, foreseenReasons, type KeptInReport, readReport } from "./testing/read-report.ts";
import { openCommand, sumsOf } from "./testing/run-words.ts";

const size = { seed: 3, boards: 2, tasks: 250, events: 2_000 };

const signUp = `INSERT INTO "User" (id, email, "updatedAt") VALUES (gen_random_uuid(), gen_random_uuid()::text, now())`;

bothDbTest(
  "a move says what it would do, does it once, and is undone as it says",
  async ({ apiDatabase, workerDatabase }) => {
    await using old = await openOldDatabase(size);
    using command = openCommand({ apiDatabase, workerDatabase }, old.url);
    const sums = () => Promise.all([old.url, apiDatabase.url, workerDatabase.url].map(sumsOf));
    const [before, api, worker] = await sums();

    const foreseen = await command.move("--dry-run");
    expect(foreseen).toMatchObject({
      code: 0,
      said: expect.stringContaining("Nothing was changed."),
    });
    expect(await command.move("--verify-only")).toMatchObject({ code: 5 });
    expect(await sums()).toEqual([before, api, worker]);

    expect(await command.move()).toMatchObject({ code: 0, said: expect.stringContaining("Moved in") });
    expect((await sums())[0]).toEqual(before);
    await expect(old.work((client) => client.query(signUp))).rejects.toThrow("read-only");
    const { json, words } = readReport(command.folder);
    const { rows: kept } = await apiDatabase.pool.query(`SELECT "table", id, kind, reason FROM predecessor_row`);
    expect(json).toMatchObject({
      ...{ format: 1, outcome: "same", isSealed: true, freezeSeconds: expect.any(Number), kept: expect.any(Array) },
      ...{
        source: expect.stringContaining(old.name),
        beganAt: expect.any(String),
        backup: expect.stringContaining(command.folder),
      },
      seconds: {
        "back-up": expect.any(Number),
        boards: expect.any(Number),
        "last-pass": expect.any(Number),
        verify: expect.any(Number),
      },
      ...{ rows: expect.any(Number), events: expect.any(Number), rowsPerSecond: expect.any(Number) },
    });
    expect(new Set((json["kept"] as object[]).map((row) => JSON.stringify(row)))).toEqual(
      new Set(kept.map((row) => JSON.stringify(row))),
    );
    expect(foreseenReasons(foreseen.said)).toEqual(countReasons(json["kept"] as KeptInReport[]));
    for (const { table, old: all, carried, kept: rows, notCarried } of json["counts"] as Record<
      string,
      number | string
    >[])
      expect([table, all]).toEqual([table, Number(carried) + Number(rows) + Number(notCarried)]);
    expect(words).toContain("Both sides are the same");
    expect(`${words}${JSON.stringify(json)}`).not.toContain("$argon2");

    const moved = await sums();
    for (const again of [[], ["--resume"]])
      expect(await command.move(...again)).toMatchObject({ code: 0, said: expect.stringContaining("Nothing to do.") });
    expect(await command.move("--verify-only")).toMatchObject({ code: 0, said: expect.stringContaining("the same") });
    expect(await sums()).toEqual(moved);
    const { rows: changed } = await apiDatabase.pool.query<{ id: string }>(
      "UPDATE task SET title = 'planted' WHERE id = (SELECT id FROM task LIMIT 1) RETURNING id",
    );
    expect(await command.move("--verify-only")).toMatchObject({
      code: 6,
      said: expect.stringContaining(changed[0]!.id),
    });

    await using other = await openOldTables();
    expect(await command.run(["--from", other.url, "--rollback"])).toMatchObject({
      code: 5,
      said: expect.stringContaining(old.name),
    });
    await withClient(`${apiDatabase.url}?application_name=kanban-api`, async (client) => {
      await client.query("SELECT 1");
      expect(await command.move("--rollback")).toMatchObject({ code: 5, said: expect.stringContaining("kanban-api") });
    });
    await waitFor(async () => {
      const { rows } = await apiDatabase.pool.query(
        "SELECT FROM pg_stat_activity WHERE application_name = 'kanban-api' AND datname = current_database()",
      );
      return rows.length === 0;
    });
    await apiDatabase.pool.query(
      `INSERT INTO event_log (id, board_id, board_seq, aggregate_type, aggregate_id, type, version, payload, actor, mutation_id, correlation_id, occurred_at)
     SELECT gen_random_uuid(), id, seq + 1, 'board', id, 'board.updated', 1, '{}', '{"means":"hand"}', id, id, now() FROM board LIMIT 1`,
    );
    expect(await command.move("--rollback")).toMatchObject({ code: 5, said: expect.stringContaining("--discard") });
    expect((await apiDatabase.pool.query("SELECT FROM task")).rowCount).toBeGreaterThan(200);
    for (let time = 0; time < 2; time++)
      expect(await command.move("--rollback", "--discard")).toMatchObject({
        code: 0,
        said: expect.stringContaining("Rolled back"),
      });
    const rolledBack = await sums();
    const withoutInstance = (lines: string[] | undefined) =>
      lines?.filter((line) => !line.startsWith("public.instance "));
    expect(rolledBack.map(withoutInstance)).toEqual([before, api, worker].map(withoutInstance));
    await old.work((client) => client.query(signUp));
  },
);

bothDbTest(
  "a move that fails on the way goes on from there, and not unasked",
  async ({ apiDatabase, workerDatabase }) => {
    await using old = await openOldDatabase(size);
    using command = openCommand({ apiDatabase, workerDatabase }, old.url);
    await apiDatabase.pool.query(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF (SELECT count(*) FROM board) > 9 THEN RAISE EXCEPTION 'planted'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER fail BEFORE INSERT ON event_log FOR EACH ROW EXECUTE FUNCTION fail()`);
    expect(await command.move()).toMatchObject({ code: 4, said: expect.stringContaining("planted") });
    const brought = (await apiDatabase.pool.query("SELECT FROM predecessor_board")).rowCount;
    expect(brought).toBeGreaterThan(5);
    expect(await command.move()).toMatchObject({ code: 5, said: expect.stringContaining("--resume") });
    await apiDatabase.pool.query("DROP TRIGGER fail ON event_log");
    const resumed = await command.move("--resume");
    expect(resumed).toMatchObject({ code: 0 });
    expect(readdirSync(command.folder).filter((name) => name.startsWith("old-tables-"))).toHaveLength(1);
    expect(await command.move("--verify-only")).toMatchObject({ code: 0 });
  },
);

bothDbTest(
  "a move that finds a difference seals nothing, says which row, and may be taken up again",
  async ({ apiDatabase, workerDatabase }) => {
    await using old = await openOldDatabase(size);
    using command = openCommand({ apiDatabase, workerDatabase }, old.url);
    await apiDatabase.pool.query(`
    CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.title := 'planted'; RETURN NEW; END $$;
    CREATE TRIGGER spoil BEFORE INSERT ON task FOR EACH ROW WHEN (NEW.number = 3) EXECUTE FUNCTION spoil()`);
    expect(await command.move()).toMatchObject({ code: 6, said: expect.stringContaining("report.md") });
    const { json, words } = readReport(command.folder);
    const { rows } = await apiDatabase.pool.query<{ id: string }>("SELECT id FROM task WHERE title = 'planted'");
    expect(json).toMatchObject({ outcome: "different", isSealed: false });
    const [wrong] = (json["compared"] as { table: string; different: string[] }[]).filter(
      ({ different }) => different.length > 0,
    );
    expect([wrong?.table, wrong?.different.toSorted()]).toEqual(["Task", rows.map(({ id }) => id).sort()]);
    for (const { id } of rows) expect(words).toContain(id);
    await old.work((client) => client.query(signUp));
    await apiDatabase.pool.query("DROP TRIGGER spoil ON task");
    await apiDatabase.pool.query(
      `DELETE FROM event_log WHERE id = (SELECT id FROM event_log WHERE payload -> 'imported' ->> 'type' = 'STALE' LIMIT 1)`,
    );
    expect(await command.move("--resume")).toMatchObject({ code: 0 });
    expect((await apiDatabase.pool.query("SELECT FROM task WHERE title = 'planted'")).rowCount).toBe(0);
  },
);

bothDbTest("what is in the way is said before anything is changed", async ({ apiDatabase, workerDatabase }) => {
  await using old = await openOldTables();
  using command = openCommand({ apiDatabase, workerDatabase }, old.url);
  for (const words of [
    [],
    ["--from", "http://example.org"],
    ["--from", old.url, "--resume", "--rollback"],
    ["--from", old.url, "--what"],
  ])
    expect(await command.run(words)).toMatchObject({ code: 2, said: expect.stringContaining("Usage:") });
  const nowhere = "postgresql://a:secret@127.0.0.1:1/c";
  const unreachable = await command.run(["--from", nowhere]);
  expect(unreachable).toMatchObject({ code: 3 });
  expect(unreachable.said).not.toContain("secret");
  expect(await command.run(["--from", old.url], { WORKER_DATABASE_URL: nowhere })).toMatchObject({
    code: 3,
  });
  expect(await command.move()).toMatchObject({ code: 5, said: expect.stringContaining("no users") });
  await old.work((client) => client.query(signUp));
  expect(await command.run(["--from", old.url], { API_DATABASE_URL: old.url })).toMatchObject({
    code: 5,
    said: expect.stringContaining("the old database itself"),
  });
  await apiDatabase.pool.query(`INSERT INTO "user" (id, name, email) VALUES (uuidv7(), 'Ada', 'ada@example.org')`);
  expect(await command.move()).toMatchObject({ code: 5, said: expect.stringContaining("not empty") });
  expect((await apiDatabase.pool.query("SELECT FROM predecessor_move")).rowCount).toBe(0);
  expect(readdirSync(command.folder)).toEqual([]);
});
