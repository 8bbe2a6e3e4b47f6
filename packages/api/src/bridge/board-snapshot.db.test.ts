import { randomUUID } from "node:crypto";
import { allHints } from "@kanban/domain/hint/fold-hints";
import type { BoardId, ProjectId, TagId } from "@kanban/domain/ids";
import { readEvent } from "@kanban/events/read-event";
import { type SnapshotEventPayload, snapshotEvents } from "@kanban/events/snapshot-events";
import type { Pool } from "pg";
import { expect } from "vitest";
import { apiTest, newBoard, newMutationId, newTasks } from "../testing/api-test.ts";
import { writeBoardSnapshots } from "./write-board-snapshots.ts";

const newCause = () => ({ eventId: randomUUID(), correlationId: randomUUID(), depth: 0 });

/** What stands in the log beside the boards' histories, read as the worker reads it. */
async function told(pool: Pool): Promise<{ position: number; page: SnapshotEventPayload<"board.snapshot"> }[]> {
  const { rows } = await pool.query<{ position: string; envelope: object }>(
    `SELECT position, jsonb_build_object('id', id, 'type', type, 'version', version, 'boardId', board_id, 'boardSeq', board_seq,
       'actor', actor, 'mutationId', mutation_id, 'causationId', causation_id, 'correlationId', correlation_id, 'depth', depth,
       'occurredAt', to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'payload', payload) AS envelope
     FROM event_log WHERE board_seq IS NULL ORDER BY position`,
  );
  return rows.map(({ position, envelope }) => {
    const read = readEvent(snapshotEvents, envelope);
    if (read.outcome !== "known" || read.event.type !== "board.snapshot") throw new Error(JSON.stringify(read));
    return { position: Number(position), page: read.event.payload };
  });
}

const published = (pool: Pool) => pool.query("UPDATE event_log SET published_at = now() WHERE published_at IS NULL");

apiTest("a snapshot tells every task with the event its text came with", async ({ api, apiDatabase: { pool } }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [kept, edited, moved, archived, trashed] = await newTasks(ada, boardId, columns.next.id, 5);
  const base = () => ({ boardId, mutationId: newMutationId() });
  const { events } = await ada.api.task.update({ ...base(), taskId: edited!, title: "Call Bob tomorrow" });
  await ada.api.task.update({ ...base(), taskId: edited!, priority: "high" });
  await ada.api.task.move({ ...base(), taskId: moved!, toColumnId: columns.done.id });
  await ada.api.task.archive({ ...base(), taskId: archived! });
  await ada.api.task.remove({ ...base(), taskId: trashed! });

  await writeBoardSnapshots(api.deps, [boardId], newCause());
  const [only, ...more] = await told(pool);
  expect(more).toEqual([]);
  expect(only?.page).toMatchObject({ seq: 11, page: 1, pages: 1 });
  const tasks = new Map(only?.page.tasks.map((task) => [task.taskId, task]));
  expect(tasks.size).toBe(5);
  expect(tasks.get(kept!)).toMatchObject({ title: "Task 1", kind: "next", finishedAt: null, goneAt: null });
  expect(tasks.get(kept!)?.text).toMatchObject({ version: 1, author: { userId: ada.userId, means: "hand" }, depth: 0 });
  expect(tasks.get(edited!)).toMatchObject({
    title: "Call Bob tomorrow",
    version: 3,
    text: { version: 2, eventId: events[0]!.id, correlationId: events[0]!.mutationId },
  });
  expect(tasks.get(moved!)).toMatchObject({ kind: "done", finishedAt: expect.any(String), text: { version: 1 } });
  expect(tasks.get(archived!)?.goneAt).toEqual(expect.any(String));
  expect(tasks.get(trashed!)?.goneAt).toEqual(expect.any(String));
});

apiTest("a snapshot tells what was chosen for a task, and by what", async ({ api, apiDatabase: { pool } }) => {
  const ada = await api.newPerson();
  const { boardId, columns } = await newBoard(ada);
  const [taskId] = await newTasks(ada, boardId, columns.next.id, 1);
  const base = () => ({ boardId, mutationId: newMutationId() });
  const [byHand, byHint] = [randomUUID() as TagId, randomUUID() as TagId];
  const projectId = randomUUID() as ProjectId;
  await ada.api.tag.create({ ...base(), tagId: byHand, name: "hand", color: "green" });
  await ada.api.tag.create({ ...base(), tagId: byHint, name: "hint", color: "green" });
  await ada.api.project.create({ ...base(), projectId, name: "Teeth" });
  await ada.api.project.update({ ...base(), projectId, status: "finished" });
  await ada.api.task.update({ ...base(), taskId: taskId!, tagIds: [byHand, byHint], projectId, estimateMinutes: 15 });
  for (const tagId of [byHint, randomUUID()])
    await pool.query(
      `INSERT INTO hint (id, task_id, board_id, agent, kind, value, evidence, confidence, state, task_version, proposed_at)
       VALUES (gen_random_uuid(), $1, $2, 'tags', 'tag', jsonb_build_object('kind', 'tag', 'tagId', $3::text), '{}', 0.7,
         'applied', 1, now())`,
      [taskId, boardId, tagId],
    );
  await writeBoardSnapshots(api.deps, [boardId], newCause());
  const [only] = await told(pool);
  expect(only?.page.labels).toEqual(
    expect.arrayContaining([
      { labelId: byHand, kind: "tag", name: "hand", isOpen: true },
      { labelId: projectId, kind: "project", name: "Teeth", isOpen: false },
    ]),
  );
  expect(only?.page.hints).toEqual(allHints);
  expect(only?.page.tasks[0]).toMatchObject({
    ...{ tagIds: [byHand, byHint].sort(), projectId, hintedIds: [byHint], estimateMinutes: 15 },
    ...{ archivedAt: null, startedAt: null, capturedAt: expect.any(String) },
  });
});

apiTest(
  "a large board comes in pages, and is not told twice while they are on their way",
  async ({ api, apiDatabase }) => {
    const { pool } = apiDatabase;
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const [first] = await newTasks(ada, boardId, columns.next.id, 1);
    await pool.query(
      `INSERT INTO task (id, board_id, column_id, number, title, notes, rank, captured_at, entered_column_at)
     SELECT gen_random_uuid(), board_id, column_id, 1 + n, 'Imported', CASE n WHEN 7 THEN repeat('x', 600000) ELSE '' END,
       'b' || lpad(n::text, 4, '0') || '1', captured_at, entered_column_at
     FROM task, generate_series(1, 450) AS n WHERE id = $1`,
      [first],
    );
    await writeBoardSnapshots(api.deps, [boardId], newCause());
    await writeBoardSnapshots(api.deps, [boardId], newCause());
    const pages = (await told(pool)).map(({ page }) => page);
    expect(pages.map(({ page, pages: of }) => [page, of])).toEqual(pages.map((_, index) => [index + 1, pages.length]));
    expect(pages.length).toBeGreaterThanOrEqual(4);
    expect(new Set(pages.flatMap(({ tasks }) => tasks.map(({ taskId }) => taskId))).size).toBe(451);
    expect(Math.max(...pages.map(({ tasks }) => tasks.length))).toBeLessThanOrEqual(200);
    // No event brought an imported text: the task itself and the owner stand for it.
    const imported = pages.flatMap(({ tasks }) => tasks).find(({ taskId }) => taskId !== first);
    expect(imported?.text).toMatchObject({ eventId: imported?.taskId, author: { userId: ada.userId } });

    await published(pool);
    await writeBoardSnapshots(api.deps, [boardId], newCause());
    expect(await told(pool)).toHaveLength(2 * pages.length);
  },
);

apiTest("a board that is not there is told as missing", async ({ api, apiDatabase: { pool } }) => {
  await writeBoardSnapshots(api.deps, [randomUUID() as BoardId], newCause());
  const { rows } = await pool.query("SELECT type, board_seq, actor FROM event_log");
  expect(rows).toEqual([{ type: "board.missing", board_seq: null, actor: null }]);
});

apiTest(
  "in the log everything up to a snapshot's seq stands before it and everything later behind it, whoever writes meanwhile",
  async ({ api, apiDatabase: { pool } }) => {
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const writer = () => newTasks(ada, boardId, columns.someday.id, 12);
    const teller = async () => {
      for (let n = 0; n < 8; n++) {
        await writeBoardSnapshots(api.deps, [boardId], newCause());
        await published(pool);
      }
    };
    await Promise.all([writer(), writer(), writer(), writer(), teller()]);
    const snapshots = await told(pool);
    expect(snapshots).toHaveLength(8);
    const { rows } = await pool.query<{ position: string; seq: string }>(
      "SELECT position, board_seq AS seq FROM event_log WHERE board_seq IS NOT NULL",
    );
    for (const { position, page } of snapshots)
      for (const row of rows) expect(Number(row.seq) <= page.seq).toBe(Number(row.position) < position);
  },
);

apiTest("more boards than there is time for are told in turns, each once", async ({ api, apiDatabase: { pool } }) => {
  const ada = await api.newPerson();
  const boardIds = [await newBoard(ada), await newBoard(ada), await newBoard(ada)].map(({ boardId }) => boardId);
  const cause = newCause();
  let time = 0;
  const slow = () => (time += 1_500);
  const turns = [];
  do turns.push(await writeBoardSnapshots(api.deps, null, cause, { now: slow }));
  while (!turns.at(-1) && turns.length < 9);
  expect(turns).toEqual([false, false, true]);
  const { rows } = await pool.query<{ id: BoardId }>(
    "SELECT board_id AS id FROM event_log WHERE type = 'board.snapshot'",
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(boardIds.sort());
  // Another question is answered anew.
  await pool.query("UPDATE event_log SET published_at = now() WHERE published_at IS NULL");
  expect(await writeBoardSnapshots(api.deps, boardIds, newCause())).toBe(true);
  expect((await pool.query("SELECT FROM event_log WHERE type = 'board.snapshot'")).rowCount).toBe(6);
});
