import { randomUUID } from "node:crypto";
import { writeBoardSnapshots } from "@kanban/api/bridge/write-board-snapshots";
import { createCaller } from "@kanban/api/testing/person";
import type { TestApi } from "@kanban/api/testing/api-test";
import { comparable, rebuildBoard } from "@kanban/api/testing/rebuild-board";
import { randomFrom } from "@kanban/demo/random";
import type { BoardEvent } from "@kanban/domain/board-event";
import type { BoardSnapshot, BoardView } from "@kanban/domain/board-view";
import type { BoardId, UserId } from "@kanban/domain/ids";
import { boardEvents } from "@kanban/events/board-events";
import { readEvent } from "@kanban/events/read-event";
import { snapshotEvents } from "@kanban/events/snapshot-events";
import { eventLog } from "@kanban/messaging/outbox-table";
import { workOn } from "@kanban/testing/predecessor/old-application";
import type { ClientBase } from "pg";
import { expect } from "vitest";
import { type Moved, movedTest } from "./testing/moved-test.ts";
import { verify } from "./verify.ts";

async function listBoards(target: ClientBase): Promise<{ boardId: BoardId; ownerId: UserId }[]> {
  const { rows } = await target.query<{ boardId: BoardId; ownerId: UserId }>(
    `SELECT board_id::text AS "boardId", user_id::text AS "ownerId" FROM board_member WHERE role = 'owner' ORDER BY 1`,
  );
  return rows;
}

/** Every event of a board as it travels, read as the worker reads it. */
async function readEvents(target: ClientBase, boardId: BoardId): Promise<BoardEvent[]> {
  const { rows } = await target.query<{ envelope: unknown }>(
    `SELECT ${eventLog.envelope} AS envelope FROM event_log WHERE board_id = $1 ORDER BY board_seq`,
    [boardId],
  );
  return rows.map(({ envelope }) => {
    const read = readEvent(boardEvents, envelope);
    if (read.outcome !== "known") throw new Error(JSON.stringify(read));
    return { seq: read.envelope.boardSeq!, change: read.event } as BoardEvent;
  });
}

function withoutMembers(view: BoardView | BoardSnapshot) {
  const { members: _members, ...rest } = comparable(view);
  return rest;
}

/** Every board (or the one asked for) by its events alone is the one its owner sees. */
async function expectWhole({ target }: Moved, { deps }: TestApi, only?: string): Promise<void> {
  const boards = await listBoards(target);
  expect(boards.length).toBeGreaterThan(20);
  for (const { boardId, ownerId } of boards.filter((board) => only === undefined || board.boardId === only)) {
    const api = createCaller({ ...deps, session: { userId: ownerId, timeZone: "UTC" } });
    const snapshot = await api.board.snapshot({ boardId });
    const events = await readEvents(target, boardId);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: snapshot.seq }, (_, index) => index + 1));
    expect(withoutMembers(rebuildBoard(events, snapshot.epoch))).toEqual(withoutMembers(snapshot));
  }
  const { rows: counters } = await target.query(
    `SELECT c.id FROM "column" c WHERE open_tasks <>
       (SELECT count(*) FROM task t WHERE t.column_id = c.id AND t.archived_at IS NULL AND t.deleted_at IS NULL)`,
  );
  expect(counters).toEqual([]);
  const { rows: numbers } = await target.query(
    `SELECT b.id FROM board b JOIN task t ON t.board_id = b.id
     GROUP BY b.id HAVING count(DISTINCT t.number) <> count(*) OR max(t.number) >= b.next_number OR min(t.number) < 1`,
  );
  expect(numbers).toEqual([]);
  const { rows: versions } = await target.query(
    `SELECT t.id FROM task t JOIN event_log e ON e.aggregate_type = 'task' AND e.aggregate_id = t.id
     GROUP BY t.id HAVING count(*) <> max(t.version)`,
  );
  expect(versions).toEqual([]);
}

movedTest(
  "every board is what its events tell, after the first pass and after all that comes later",
  async ({ api, moved }) => {
    await expectWhole(moved, api);
    await expectOrder(moved, api);
    const random = randomFrom("0199e0aa-0000-7000-8000-000000000011");
    await moved.old.work(async (client) => {
      for (let step = 0; step < 60; step++) await workOn(client, random);
    });
    await moved.pass();
    await expectWhole(moved, api);
    expect(await moved.pass()).toEqual({ boards: 0, rows: 0, events: 0 });
    expect(api.defects).toEqual([]);
  },
);

/** What the old application may do between two passes, on its first board; each has to be brought whole. */
const edits: Record<string, string> = {
  "the last item of a checklist is deleted": `DELETE FROM "ChecklistItem" WHERE "taskId" IN (
    SELECT "taskId" FROM "ChecklistItem" JOIN "Task" t ON t.id = "taskId" WHERE "boardId" = $1)`,
  "a task is deleted": `DELETE FROM "Task" WHERE id = (
    SELECT id FROM "Task" WHERE "boardId" = $1 AND "projectId" IN (SELECT id FROM "Project" WHERE "boardId" = $1) LIMIT 1)`,
  "every project is deleted": `DELETE FROM "Project" WHERE "boardId" = $1`,
  "every tag is deleted": `DELETE FROM "Tag" WHERE "boardId" = $1`,
  "a context's column is written in capitals": `UPDATE "Column" SET name = upper(name) WHERE "boardId" = $1 AND type = 'CONTEXT'`,
  "a column becomes an archive": `UPDATE "Column" SET type = 'ARCHIVE' WHERE "boardId" = $1 AND name = '@DESK'`,
  "a column is deleted with all that stood in it": `WITH gone AS (
      DELETE FROM "Column" WHERE "boardId" = $1 AND name = '@PHONE' RETURNING id)
    DELETE FROM "Task" WHERE "columnId" IN (SELECT id FROM gone)`,
  "a column is deleted, and its tasks left": `DELETE FROM "Column" WHERE "boardId" = $1 AND name = '@EMAIL'`,
  "the board is somebody else's": `UPDATE "Board" SET "ownerId" = (
      SELECT id FROM "User" WHERE id <> "ownerId" ORDER BY id LIMIT 1) WHERE id = $1`,
  "names differ in what only a database folds": `INSERT INTO "Tag" (id, "boardId", name, "updatedAt")
    SELECT gen_random_uuid(), $1, name, now() FROM unnest('{iş,İş,σας,ΣΑΣ}'::text[]) AS name`,
  "columns have long names, with an emoji where they are cut, and with control characters": `
    INSERT INTO "Column" (id, "boardId", name, type, position) VALUES
      (gen_random_uuid(), $1, repeat('x', 79) || '🚗', 'CONTEXT', 90), (gen_random_uuid(), $1, E'Desk\\t', 'CONTEXT', 91),
      (gen_random_uuid(), $1, E'@a\\\\b, c', 'CONTEXT', 92), (gen_random_uuid(), $1, '@A\\B, C', 'CONTEXT', 93)`,
  "tasks stand in them, and last as people wrote it": `UPDATE "Task" SET duration = E'1h\\t', "columnId" =
      (SELECT id FROM "Column" WHERE "boardId" = $1 AND position = 90 + length("Task".title) % 4)
    WHERE "boardId" = $1 AND NOT "isDone"`,
  "people have names of blanks that are not SQL's": `UPDATE "User" SET name = E'\\u3000健二\\u3000' WHERE id =
    (SELECT "ownerId" FROM "Board" WHERE id = $1)`,
  "somebody is deleted whose tasks are on the board": `DELETE FROM "User" WHERE id IN (
    SELECT t."ownerId" FROM "Task" t JOIN "Board" b ON b.id = t."boardId" WHERE b.id = $1 AND t."ownerId" <> b."ownerId" LIMIT 1)`,
  "somebody is deleted whose board it was": `DELETE FROM "User" WHERE id = (SELECT "ownerId" FROM "Board" WHERE id = $1)`,
  "the oldest account is deleted": `DELETE FROM "User" WHERE $1::uuid IS NOT NULL AND id = (SELECT id FROM "User" ORDER BY "createdAt", id LIMIT 1)`,
  "the board is deleted": `DELETE FROM "Board" WHERE id = $1`,
};

movedTest("whatever is edited between two passes is brought, verified, and told by events", async ({ api, moved }) => {
  const { old, source, target } = moved;
  for (const [what, sql] of Object.entries(edits)) {
    await old.work((client) => client.query(sql, [old.boardIds[0]]));
    await moved.pass();
    expect((await target.query(`SELECT FROM "user" WHERE is_admin`)).rowCount).toBe(1);
    const { isRight, compared } = await verify(source, target);
    expect([what, compared.filter(({ different }) => different.length > 0), isRight]).toEqual([what, [], true]);
    await expectWhole(moved, api, old.boardIds[0]);
  }
  await expectWhole(moved, api);
});

movedTest("the worker can be told every board as it is", async ({ api, moved: { target } }) => {
  await writeBoardSnapshots(api.deps, null, { eventId: randomUUID(), correlationId: randomUUID(), depth: 0 });
  const { rows } = await target.query<{ envelope: unknown }>(
    `SELECT ${eventLog.envelope} AS envelope FROM event_log WHERE board_seq IS NULL`,
  );
  const told = rows.flatMap(({ envelope }) => {
    const read = readEvent(snapshotEvents, envelope);
    if (read.outcome !== "known" || read.event.type !== "board.snapshot") throw new Error(JSON.stringify(read));
    return read.event.payload.tasks.map(({ taskId, version, text }) => `${taskId} ${version} ${text.author.means}`);
  });
  const { rows: tasks } = await target.query<{ id: string; version: number }>("SELECT id::text, version FROM task");
  expect(told.sort()).toEqual(tasks.map(({ id, version }) => `${id} ${version} import`).sort());
});

movedTest("an event is brought however late it comes, and with whatever time", async ({ moved }) => {
  const add = (at: string) =>
    moved.old.work((client) =>
      client.query(
        `INSERT INTO "TaskEvent" (id, "taskId", "boardId", type, "createdAt")
         SELECT gen_random_uuid(), id, "boardId", 'UPDATED', ${at} FROM "Task" WHERE "boardId" = $1 ORDER BY id LIMIT 1`,
        [moved.old.boardIds[0]],
      ),
    );
  for (const at of ["timestamp '2019-01-01'", "timestamp '2099-01-01'", "now() AT TIME ZONE 'UTC'"]) {
    await add(at);
    expect(await moved.pass()).toMatchObject({ boards: 1, events: 1 });
    expect(await verify(moved.source, moved.target)).toMatchObject({ isRight: true });
  }
});

/** Columns are in the order they were shown in, whatever the positions. */
async function expectOrder(moved: Moved, { deps }: TestApi): Promise<void> {
  const { rows: places } = await moved.old.work((client) =>
    client.query<{ boardId: string; columnId: string; ids: string[] }>(
      `SELECT t."boardId", t."columnId", array_agg(t.id ORDER BY t.position, t."lastMovedAt", t.id) AS ids
       FROM "Task" t JOIN "Column" c ON c.id = t."columnId" AND c."boardId" = t."boardId"
       WHERE c.type = 'DONE' OR (c.type <> 'ARCHIVE' AND NOT t."isDone") GROUP BY 1, 2 HAVING count(*) > 1`,
    ),
  );
  const owners = new Map((await listBoards(moved.target)).map(({ boardId, ownerId }) => [boardId as string, ownerId]));
  const seen = places.filter(({ boardId }) => owners.has(boardId));
  expect(seen.length).toBeGreaterThan(20);
  for (const { boardId, columnId, ids } of seen) {
    const caller = createCaller({ ...deps, session: { userId: owners.get(boardId)!, timeZone: "UTC" } });
    const { tasks } = await caller.board.snapshot({ boardId: boardId as BoardId });
    const shown = tasks
      .filter((task) => task.columnId === columnId && ids.includes(task.id))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1));
    expect(shown.map(({ id }) => id)).toEqual(ids);
  }
}
