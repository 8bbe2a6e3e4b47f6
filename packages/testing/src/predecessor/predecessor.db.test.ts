import { randomUUID } from "node:crypto";
import { randomFrom } from "@kanban/demo/random";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { withClient } from "../open-client.ts";
import { findDirt } from "./dirt/find-dirt.ts";
import { fillOldDatabase } from "./fill-old-database.ts";
import { hashOldPassword } from "./hash-old-password.ts";
import { inSchema } from "./in-schema.ts";
import { workOn } from "./old-application.ts";
import { createOldTables } from "./old-tables.ts";

const size = { boards: 5, tasks: 400, events: 4_000, now: new Date("2026-03-02T09:00:00Z") };
const database = `old_${randomUUID().replaceAll("-", "")}`;
const old = <T>(work: (client: Client) => Promise<T>) =>
  withClient(Object.assign(new URL(inject("postgres").adminUrl), { pathname: `/${database}` }).href, work);

let filled: Awaited<ReturnType<typeof fillOldDatabase>>;
beforeAll(async () => {
  await withClient(inject("postgres").adminUrl, (client) => client.query(`CREATE DATABASE "${database}"`));
  await old(async (client) => {
    for (const schema of ["public", "api"]) {
      await createOldTables(client, { schema });
      filled = await fillOldDatabase(client, { schema, seed: 1, ...size });
    }
  });
});
afterAll(() =>
  withClient(inject("postgres").adminUrl, (client) => client.query(`DROP DATABASE "${database}" WITH (FORCE)`)),
);

const checksum = (schema: string) =>
  old((client) =>
    inSchema(client, schema, async () => {
      const sums: string[] = [];
      for (const table of [
        "User",
        "Board",
        "Column",
        "Tag",
        "Project",
        "Task",
        "TaskTag",
        "TaskEvent",
        "ChecklistItem",
        "Rule",
        "RecurringTemplate",
        "Hint",
        "EmailActionToken",
      ]) {
        const { rows } = await client.query<{ sum: string }>(
          `SELECT md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))) AS sum FROM "${table}" AS t`,
        );
        sums.push(`${table} ${rows[0]?.sum}`);
      }
      return sums;
    }),
  );

test("every kind of dirt is there, and more than once but for the two very long texts", async () => {
  const found = await old((client) => inSchema(client, "public", () => findDirt(client)));
  const rare = Object.entries(found).filter(([, count]) => count < 2);
  expect(rare).toEqual([
    ["titles of 700 characters", 1],
    ["notes of 100 kB", 1],
  ]);
});

test("the same seed gives the same content in any schema, another seed another", async () => {
  const [first, second] = [await checksum("public"), await checksum("api")];
  expect(second).toEqual(first);
  await old(async (client) => {
    await createOldTables(client, { schema: "other" });
    await fillOldDatabase(client, { schema: "other", seed: 2, ...size });
  });
  const other = await checksum("other");
  expect(first.filter((sum) => other.includes(sum))).toEqual([]);
});

test("the people it names signed up with their passwords exactly as typed", async () => {
  const hashes = await old((client) =>
    client.query<{ hash: string }>(`SELECT "passwordHash" AS hash FROM "User" WHERE "passwordHash" IS NOT NULL`),
  );
  expect(hashes.rows.length).toBe(filled.people.length);
  expect(filled.people.some(({ password }) => password !== password.normalize("NFKC"))).toBe(true);
  for (const { password } of filled.people)
    expect(hashes.rows.map(({ hash }) => hash)).toContain(hashOldPassword(password, 1));
});

test("a task is where its last move took it, at the time of that move, and its history begins with it", async () => {
  const { rows } = await old((client) =>
    client.query<{ same: number; tasks: number; begins: number }>(
      `SELECT count(*)::int AS tasks,
         count(*) FILTER (WHERE "toColumnId" = "columnId" AND e."createdAt" = "lastMovedAt")::int AS same,
         count(*) FILTER (WHERE first = 'CREATED')::int AS begins
       FROM "Task" t, LATERAL (
         SELECT "toColumnId", "createdAt" FROM "TaskEvent"
         WHERE "taskId" = t."id" AND "type" IN ('CREATED', 'MOVED') ORDER BY "createdAt" DESC LIMIT 1
       ) AS e, LATERAL (
         SELECT "type" AS first FROM "TaskEvent" WHERE "taskId" = t."id" ORDER BY "createdAt" LIMIT 1
       ) AS f`,
    ),
  );
  const { tasks, same, begins } = rows[0]!;
  expect(tasks).toBeGreaterThan(400);
  expect(same / tasks).toBeGreaterThan(0.6);
  expect(begins / tasks).toBeGreaterThan(0.9);
});

test("an early installation has neither hints nor positions, and the same tasks", async () => {
  const { counts } = await old(async (client) => {
    await createOldTables(client, { schema: "early", age: "early" });
    return fillOldDatabase(client, { schema: "early", seed: 1, ...size });
  });
  expect(counts).not.toHaveProperty("Hint");
  expect(counts).toMatchObject({ Task: filled.counts.Task, TaskEvent: filled.counts.TaskEvent });
  const { rows } = await old((client) =>
    client.query(
      `SELECT column_name FROM information_schema.columns WHERE table_schema = 'early'
       AND (column_name IN ('priority', 'duration', 'defaultBoardId') OR (table_name, column_name) = ('Task', 'position'))
       AND table_name <> 'Rule'`,
    ),
  );
  expect(rows).toEqual([]);
});

test("two people at work at once leave what belongs together together", async () => {
  const schema = "worked";
  const { boardIds } = await old(async (client) => {
    await createOldTables(client, { schema });
    return fillOldDatabase(client, { schema, seed: 3, ...size });
  });
  const look = () =>
    old((client) =>
      inSchema(client, schema, async () => {
        const { rows } = await client.query<{ tasks: number; users: number; events: number }>(
          `SELECT (SELECT count(*)::int FROM "Task") AS tasks, (SELECT count(*)::int FROM "User") AS users,
             (SELECT count(*)::int FROM "TaskEvent") AS events`,
        );
        return { counts: rows[0]!, dirt: await findDirt(client) };
      }),
    );
  const before = await look();
  const work = (seed: string) =>
    old(async (client) => {
      const random = randomFrom(seed);
      const done: string[] = [];
      for (let step = 0; step < 60; step += 1)
        done.push(
          await workOn(client, random, seed === "one" ? { schema } : { schema, boardIds: boardIds.slice(0, 2) }),
        );
      return done;
    });
  const done = (await Promise.all([work("one"), work("two")])).flat();
  const after = await look();

  const times = (words: string) => done.filter((line) => line.startsWith(words)).length;
  expect(after.counts.tasks).toBe(before.counts.tasks + times("created task") - times("deleted task"));
  expect(after.counts.users).toBe(before.counts.users + times("signed up"));
  for (const words of ["created", "moved", "edited", "completed", "reordered", "deleted", "tagged"])
    expect(times(`${words} task`), words).toBeGreaterThan(0);
  for (const kind of ["checklist items", "events", "hints", "e-mailed actions"])
    expect(after.dirt[`${kind} without task`]).toBe(before.dirt[`${kind} without task`]);
  const ids = done.flatMap((line) => /^(?:created|moved) task (\S+)/.exec(line)?.[1] ?? []);
  const gone = done.flatMap((line) => /^deleted task (\S+)/.exec(line)?.[1] ?? []);
  const { rows } = await old((client) =>
    client.query<{ taskId: string }>(
      `SELECT DISTINCT ON ("taskId") "taskId" FROM worked."TaskEvent" WHERE "taskId" = ANY ($1)`,
      [ids],
    ),
  );
  expect(rows.map(({ taskId }) => taskId).sort()).toEqual([...new Set(ids)].filter((id) => !gone.includes(id)).sort());
});
