import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createApiDb } from "@kanban/db-api/client";
import { viewOfSnapshot, type BoardView } from "@kanban/domain/board-view";
import { applyChange } from "@kanban/domain/apply-change";
import type { Mutation } from "@kanban/domain/mutations";
import { replayTimeline } from "@kanban/demo/replay-timeline";
import { demoTimeline } from "@kanban/demo/timeline";
import { openLocalStorage } from "@kanban/file-storage/local-storage";
import { cloneDatabase } from "@kanban/testing/clone-database";
import { expect, inject } from "vitest";
import type { ApiDb } from "../context.ts";
import { apiTest, type Caller, newMutationId } from "../testing/api-test.ts";
import { inTransaction } from "../in-transaction.ts";
import { attachDemoFiles } from "./attach-demo-files.ts";
import { insertReplayedBoard } from "./demo.repository.ts";

const now = Date.UTC(2026, 10, 22, 10, 30);
const at = (ms: number) => new Date(ms).toISOString();

/** Every row of the board's tables, without what is told by the moment of writing or drawn at random. */
async function allRows(db: ApiDb) {
  const byId = { orderBy: { id: "asc" } } as const;
  return {
    board: await db.board.findMany({ omit: { createdAt: true } }),
    members: await db.boardMember.findMany({ omit: { createdAt: true } }),
    columns: await db.column.findMany({ ...byId, omit: { createdAt: true } }),
    tasks: await db.task.findMany(byId),
    items: await db.checklistItem.findMany({ ...byId, omit: { createdAt: true } }),
    tags: await db.tag.findMany({ ...byId, omit: { createdAt: true } }),
    contexts: await db.context.findMany({ ...byId, omit: { createdAt: true } }),
    projects: await db.project.findMany({ ...byId, omit: { createdAt: true } }),
    taskTags: await db.taskTag.findMany({ orderBy: [{ taskId: "asc" }, { tagId: "asc" }] }),
    taskContexts: await db.taskContext.findMany({ orderBy: [{ taskId: "asc" }, { contextId: "asc" }] }),
    transitions: await db.taskTransition.findMany({ ...byId, omit: { id: true } }),
    events: await db.eventLog.findMany({
      orderBy: { boardSeq: "asc" },
      omit: { id: true, position: true, actor: true },
    }),
  };
}

/** Asks for one mutation through the API, as a client would. */
function ask(api: Caller, { name, input }: Mutation): Promise<unknown> {
  const [noun, verb] = name.split(".") as [keyof Caller, string];
  const procedures = api[noun] as unknown as Record<string, (input: unknown) => Promise<unknown>>;
  return procedures[verb]!(input);
}

apiTest("the bulk path writes the rows the operations write", { timeout: 120_000 }, async ({ api, clock }) => {
  const ada = await api.newPerson("Alex");
  clock.set(at(now - 93 * 86_400_000));
  const mutationId = newMutationId();
  const { boardId, events } = await ada.api.board.create({ name: "Home", key: "HOME", mutationId });
  const [created] = events;
  if (created?.change.type !== "board.created") throw new Error("A new board begins with board.created");
  const timeline = demoTimeline("equal", boardId, created.change.payload.columns, now);
  for (const { at: moment, mutation } of timeline) {
    clock.set(at(moment));
    await ask(ada.api, mutation);
  }
  expect(api.defects).toEqual([]);
  const byHand = await allRows(api.deps.db);
  expect(byHand.events.length).toBeGreaterThan(600);

  const second = await cloneDatabase("api", inject("postgres"));
  const bulk = createApiDb(second.url);
  try {
    await bulk.db.user.create({ data: { id: ada.userId, name: "Alex", email: `${randomUUID()}@example.com` } });
    const begin = Date.parse(created.at);
    const story = replayTimeline({ at: begin, mutationId, change: created.change }, timeline);
    await inTransaction(bulk.db, (tx) => insertReplayedBoard(tx, story, ada.ctx.actor, new Date(begin)));
    const inBulk = await allRows(bulk.db);
    for (const table of Object.keys(byHand) as (keyof typeof byHand)[]) {
      expect(inBulk[table], table).toEqual(byHand[table]);
    }
  } finally {
    await bulk.close();
    await second.drop();
  }
});

apiTest("a person gets one sample board, however often and at once it is asked for", async ({ api, clock }) => {
  clock.set(at(now));
  const ada = await api.newPerson();
  const mutationId = newMutationId();
  const answers = await Promise.all([0, 1, 2].map(() => ada.api.demo.load({ mutationId })));
  const again = await ada.api.demo.load({ mutationId: newMutationId() });
  const made = [...answers, again].flatMap((answer) => answer.boardId ?? []);
  expect(made).toHaveLength(1);
  expect(api.defects).toEqual([]);

  const snapshot = await ada.api.board.snapshot({ boardId: made[0]! });
  const delta = await ada.api.board.delta({ boardId: made[0]!, since: 1 });
  if (delta.outcome !== "events") throw new Error("The history is longer than one delta");
  const empty = { ...snapshot, tasks: [], tags: [], contexts: [], projects: [] };
  const replayed = delta.events.reduce<BoardView>(
    (view, event) => applyChange(view, event.change),
    viewOfSnapshot(empty),
  );
  expect(replayed.tasks).toEqual(viewOfSnapshot(snapshot).tasks);
  expect(replayed.projects).toEqual(viewOfSnapshot(snapshot).projects);
});

apiTest("the sample board has a few files, pictures among them", async ({ api, clock }) => {
  clock.set(at(now));
  const ada = await api.newPerson();
  const { boardId } = await ada.api.demo.load({ mutationId: newMutationId() });
  const folder = mkdtempSync(path.join(tmpdir(), "kanban-demo-"));
  expect(await attachDemoFiles(ada.ctx, boardId!, openLocalStorage(folder))).toBeGreaterThanOrEqual(2);
  const { tasks } = await ada.api.board.snapshot({ boardId: boardId! });
  const attached = tasks.filter((task) => task.attachmentCount > 0);
  const files = await Promise.all(attached.map((task) => ada.api.task.get({ boardId: boardId!, taskId: task.id })));
  expect(files.flatMap(({ detail }) => detail.attachments.map(({ type }) => type))).toContain("image/png");
  rmSync(folder, { recursive: true });
});

apiTest("a removed sample board does not come back by itself and leaves other boards alone", async ({ api, clock }) => {
  clock.set(at(now));
  const ada = await api.newPerson();
  const own = await ada.api.board.create({ name: "Mine", mutationId: newMutationId() });
  const { boardId } = await ada.api.demo.load({ mutationId: newMutationId() });
  await ada.api.board.remove({ boardId: boardId!, mutationId: newMutationId() });
  expect(await ada.api.demo.load({ mutationId: newMutationId() })).toEqual({ boardId: null });
  const live = (await ada.api.board.list()).filter((board) => board.deletedAt === null);
  expect(live.map((board) => board.id)).toEqual([own.boardId]);
});
