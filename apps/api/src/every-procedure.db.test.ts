import { randomUUID } from "node:crypto";
import type { MutationAnswer } from "@kanban/domain/board-event";
import type { TestDatabase } from "@kanban/testing/clone-database";
import { expect } from "vitest";
import { z } from "zod";
import {
  type Answer,
  callProcedure,
  type Person,
  procedureNames,
  procedures,
  serverTest,
  type TestServer,
} from "./testing/server-test.ts";

/*
 * Who may not, may not: asked of every procedure the router has, whatever it is called. Inputs are made from the
 * procedures' own schemas, so a new procedure is tested without being named here; one with a field nobody has met
 * before fails until `sampleOf` knows what to put there.
 */

serverTest("no procedure answers a stranger", async ({ server }) => {
  expect(procedureNames.length).toBeGreaterThan(30);
  for (const name of procedureNames) {
    const answer = outcomeOf(await callProcedure(server, name, undefined));
    expect(answer, name).toEqual({ status: 401, refusal: null });
  }
});

type Tenant = { person: Person; boardId: string; epoch: string; ids: Record<string, string> };

async function settle(server: TestServer, name: string): Promise<Tenant> {
  const person = await server.signUp(name);
  const mutationId = randomUUID;
  const created = await person.ask<MutationAnswer>("board.create", { name, mutationId: mutationId() });
  const { boardId, epoch } = created;
  const change = created.events[0]?.change;
  if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
  const [inbox, next] = change.payload.columns;
  const ids = {
    ...{ columnId: inbox!.id, toColumnId: next!.id, taskId: randomUUID(), otherTaskId: randomUUID() },
    ...{
      itemId: randomUUID(),
      tagId: randomUUID(),
      contextId: randomUUID(),
      projectId: randomUUID(),
      hintId: randomUUID(),
      commentId: randomUUID(),
      linkId: randomUUID(),
      viewId: randomUUID(),
      attachmentId: randomUUID(),
    },
  };
  const on = { boardId, taskId: ids.taskId };
  const steps: [string, object][] = [
    ["task.create", { ...on, columnId: ids.columnId, title: "Call tomorrow" }],
    ["task.create", { boardId, taskId: ids.otherTaskId, columnId: ids.columnId, title: "Another" }],
    ["checklistItem.create", { ...on, itemId: ids.itemId, text: "Milk" }],
    ["comment.create", { ...on, commentId: ids.commentId, body: "Said" }],
    ["taskLink.create", { ...on, linkId: ids.linkId, kind: "relates", otherTaskId: ids.otherTaskId }],
    ["tag.create", { boardId, tagId: ids.tagId, name: "Urgent", color: "red" }],
    ["context.create", { boardId, contextId: ids.contextId, name: "@phone" }],
    ["project.create", { boardId, projectId: ids.projectId, name: "Garden" }],
    ["view.create", { boardId, viewId: ids.viewId, name: "Mine", filter: "q=a", layout: "board", grouping: null }],
  ];
  for (const [procedure, input] of steps) await person.ask(procedure, { ...input, mutationId: mutationId() });
  await server.database.pool.query(
    `INSERT INTO hint (id, task_id, board_id, agent, kind, value, evidence, confidence, task_version, proposed_at)
     VALUES ($1, $2, $3, 'dates', 'due-date', $4, $5, 0.9, 1, now())`,
    [
      ids.hintId,
      ids.taskId,
      boardId,
      { kind: "due-date", dueAt: "2026-11-23" },
      { field: "title", text: "tomorrow", start: 5, end: 13 },
    ],
  );
  await server.database.pool.query(
    `INSERT INTO attachment (id, task_id, board_id, name, type, size, sha256, preview, width, height, uploaded_by, created_at)
     VALUES ($1, $2, $3, 'Plan.png', 'image/png', 7, $4, 'ready', 4, 3, $5, now())`,
    [ids.attachmentId, ids.taskId, boardId, "0".repeat(64), person.userId],
  );
  const made = { name: "Phone", scopes: ["capture"], boardId: null, expiresInDays: null };
  const { tokenId } = await person.ask<{ tokenId: string }>("token.create", made);
  const { mailboxId } = await person.ask<{ mailboxId: string }>("mailbox.createHook", sorting());
  const mailId = randomUUID();
  await server.database.pool.query(
    `INSERT INTO quarantined_mail (id, mailbox_id, mail, reason, created_at) VALUES ($1, $2, $3, 'unknown-sender', now())`,
    [mailId, mailboxId, mailOf(mailId, mailboxId)],
  );
  return { person, boardId, epoch, ids: { ...ids, tokenId, mailboxId, mailId } };
}

const sorting = () => ({ name: `Mail ${randomUUID()}`, boardId: null, addresses: [], senders: [] });

const mailOf = (mailId: string, mailboxId: string) => ({
  ...{ mailId, mailboxId, subject: "Roof", text: "Slate lasts.", from: { name: "Eve", address: "eve@example.net" } },
  ...{ to: [], messageId: null, answers: [], folder: null, receivedAt: "2026-11-29T09:00:00.000Z", isBulk: false },
  files: [],
});

/** The id under which a field of a procedure refers to something that is there; null where it names something new. */
function idFor(procedure: string, field: string, { boardId, person, ids }: Tenant): string | null {
  const [noun = "", verb] = procedure.split(".");
  const own: Record<string, string> = {
    board: "boardId",
    column: "columnId",
    task: "taskId",
    checklistItem: "itemId",
    comment: "commentId",
    taskLink: "linkId",
    attachment: "attachmentId",
    tag: "tagId",
    context: "contextId",
    project: "projectId",
    view: "viewId",
    token: "tokenId",
    mailbox: "mailboxId",
    quarantine: "mailId",
  };
  if (verb === "create" && own[noun] === field) return null;
  // Ids for rows that are yet to come.
  if (procedure === "hint.apply" && field === "itemIds") return null;
  if (procedure === "task.capture" && field === "taskId") return null;
  if (procedure === "task.toChecklistItem" && field === "itemId") return null;
  if (field === "afterId" || field === "beforeId") {
    return (
      { column: ids["toColumnId"], task: ids["otherTaskId"], checklistItem: ids["itemId"], view: ids["viewId"] }[
        noun
      ] ?? null
    );
  }
  const single = field.replace(/Ids$/, "Id");
  if (single === "boardId") return boardId;
  if (single === "assigneeId") return person.userId;
  return ids[single] ?? null;
}

const plainSamples: Record<string, unknown> = {
  mutationId: () => randomUUID(),
  name: () => `Name ${randomUUID()}`,
  title: "Title",
  body: "Body",
  text: "Text",
  notes: "Notes",
  notesBaseVersion: 100,
  color: "blue",
  kind: "next",
  key: "KEY",
  wipPolicy: "warn",
  filter: "priority=high",
  layout: "board",
  grouping: null,
  wipLimit: 5,
  sleepAfterDays: 7,
  since: 0,
  epoch: () => randomUUID(),
  number: 1,
  isDone: true,
  source: "web",
  priority: "high",
  estimateMinutes: 30,
  energy: "low",
  waitingFor: null,
  deferUntil: "2026-12-01",
  dueAt: "2026-12-01",
  value: { kind: "due-date", dueAt: "2026-12-01" },
  itemIds: () => [randomUUID()],
  wanted: () => [randomUUID()],
  asReference: true,
  fileNames: ["a.txt"],
  scopes: ["capture"],
  expiresInDays: 30,
  code: "BCDF-GHJK",
  capturedAt: "2026-11-20T10:00:00Z",
  needsBreakdown: true,
  overrideWip: { reason: "Because" },
  desiredOutcome: "Roses",
  status: "active",
  undoes: () => [randomUUID()],
  do: { kind: "update", energy: "high" },
  outcome: { kind: "someday" },
  fields: { energy: "high" },
  hints: {},
  query: "words",
  withGone: true,
  timeZone: "Europe/Vienna",
  locale: "en",
  cursor: null,
  lastEventId: null,
  withPresence: true,
  withReadings: true,
  columns: [{ name: "One", kind: "inbox" }],
  addresses: [],
  senders: ["eve@example.net"],
  connection: {
    ...{ host: "imap.example.net", port: 993, tls: "tls", userName: "ada", password: "secret", fromStart: false },
    ...{ folders: [{ path: "INBOX", boardId: null }], afterCapture: "flag", moveTo: null },
  },
  allowSender: false,
  checklist: () => [{ itemId: randomUUID(), text: "Milk" }],
  // The first account administers the instance, and so may do this.
  operation: { action: "rebuild-projections", side: "worker" },
  reason: "Because",
};

type ObjectSchema = { properties?: Record<string, unknown>; required?: string[] };

/** The objects a procedure accepts: one, or several where it takes this or that. */
function shapesOf(name: string): ObjectSchema[] {
  const [input] = procedures[name]!._def.inputs;
  if (!input) return [];
  const schema = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as ObjectSchema & {
    anyOf?: ObjectSchema[];
  };
  return schema.anyOf ?? [schema];
}

function sampleOf(procedure: string, field: string, tenant: Tenant): unknown {
  if (field === "boards") return [{ boardId: tenant.boardId, since: 0, epoch: tenant.epoch }];
  const id = idFor(procedure, field, tenant);
  if (id !== null) return field.endsWith("Ids") ? [id] : id;
  if (field.endsWith("Id") && !(field in plainSamples)) return randomUUID();
  if (procedure === "taskLink.create" && field === "kind") return "blocks";
  if (!(field in plainSamples))
    throw new Error(`${procedure} has a field "${field}": teach this test what belongs there`);
  const sample = plainSamples[field];
  return typeof sample === "function" ? (sample as () => unknown)() : sample;
}

/** A valid input of the tenant's own: what is required, and every optional id. */
function inputOf(
  procedure: string,
  { properties = {}, required = [] }: ObjectSchema,
  tenant: Tenant,
): Record<string, unknown> {
  const fields = Object.keys(properties);
  for (const field of fields) sampleOf(procedure, field, tenant);
  return Object.fromEntries(
    fields.filter((field) => required.includes(field)).map((field) => [field, sampleOf(procedure, field, tenant)]),
  );
}

/** A fingerprint of all rows of all tables that belong to boards: new tables are seen without being named. */
async function contentOf({ pool }: TestDatabase, boardIds: string[]): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'board_id' ORDER BY table_name`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const sources = [...tables.map((table) => [table.name, "board_id"]), ["board", "id"]];
  // published_at is the relay's mark, which comes whenever it comes.
  const parts = sources.map(
    ([name, key]) =>
      `SELECT '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(row, ',' ORDER BY row)), '') AS part FROM (
         SELECT (to_jsonb(t) - 'published_at')::text AS row FROM "${name}" t WHERE ${key} = ANY($1::uuid[])) AS "${name}"`,
  );
  const { rows } = await pool.query<{ part: string }>(parts.join(" UNION ALL "), [boardIds]);
  return rows.map(({ part }) => part).join("\n");
}

type ErrorShape = { data?: { httpStatus?: number; refusal?: { code: string } } };

/** How a call ended. A stream's status cannot be read by a browser, so its refusal is its only message. */
function outcomeOf({ status, json, text }: Answer): { status: number; refusal: string | null } {
  const [, streamed] = /^event: serialized-error\ndata: (.*)$/m.exec(text) ?? [];
  const error = streamed ? (JSON.parse(streamed) as ErrorShape) : (json as { error?: ErrorShape } | null)?.error;
  return { status: streamed ? (error?.data?.httpStatus ?? 0) : status, refusal: error?.data?.refusal?.code ?? null };
}

serverTest(
  "another's id and an unknown id get the same answer from every procedure, and nothing is written",
  { timeout: 120_000 },
  async ({ server }) => {
    const [ada, bob] = [await settle(server, "Ada"), await settle(server, "Bob")];
    const everything = [ada.boardId, bob.boardId];
    let tried = 0;
    for (const procedure of procedureNames.filter((name) => procedures[name]!._def.type !== "subscription")) {
      for (const shape of shapesOf(procedure)) {
        const idFields = Object.keys(shape.properties ?? {}).filter((field) => idFor(procedure, field, ada) !== null);
        for (const field of idFields) {
          const wrap = (id: string) => (field.endsWith("Ids") ? [id] : id);
          const ask = (id: string) => {
            const input = { ...inputOf(procedure, shape, ada), [field]: wrap(id) };
            return ada.person.call(procedure, input);
          };
          const what = `${procedure} with another's ${field}`;
          // Where neighbours are gone, a task that comes from elsewhere lands at the end: nobody's secret. This puts it
          // there, so that both calls below find it in the same place.
          const isAnchor = field === "afterId" || field === "beforeId";
          if (isAnchor) await ask(randomUUID());
          const before = await contentOf(server.database, everything);
          const bobsBefore = await contentOf(server.database, [bob.boardId]);
          const foreign = outcomeOf(await ask(idFor(procedure, field, bob)!));
          const unknown = outcomeOf(await ask(randomUUID()));
          tried += 1;
          expect(foreign, what).toEqual(unknown);
          expect(await contentOf(server.database, [bob.boardId]), what).toBe(bobsBefore);
          if (isAnchor) expect(foreign.status, what).toBeOneOf([200, 409]);
          else expect(foreign, what).toMatchObject({ status: 404, refusal: expect.stringMatching(/_NOT_FOUND$/) });
          if (foreign.status !== 200) expect(await contentOf(server.database, everything), what).toBe(before);
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  },
);

serverTest("a new row cannot take the id of another's, nor tell whose it is", async ({ server }) => {
  const [ada, bob] = [await settle(server, "Ada"), await settle(server, "Bob")];
  const own: Record<string, string> = {
    "column.create": "columnId",
    "task.create": "taskId",
    "task.capture": "taskId",
    "checklistItem.create": "itemId",
    "comment.create": "commentId",
    "taskLink.create": "linkId",
    "tag.create": "tagId",
    "context.create": "contextId",
    "project.create": "projectId",
    "view.create": "viewId",
  };
  for (const [procedure, field] of Object.entries(own)) {
    const bobs = await contentOf(server.database, [bob.boardId]);
    const [shape] = shapesOf(procedure);
    const answer = await ada.person.call(procedure, { ...inputOf(procedure, shape!, ada), [field]: bob.ids[field] });
    expect(outcomeOf(answer), procedure).toEqual({ status: 409, refusal: "ID_TAKEN" });
    expect(answer.text, procedure).not.toContain(bob.boardId);
    expect(await contentOf(server.database, [bob.boardId]), procedure).toBe(bobs);
  }
});

serverTest("a viewer reads and changes nothing, an ex-member does neither", { timeout: 60_000 }, async ({ server }) => {
  const [ada, bob] = [await settle(server, "Ada"), await settle(server, "Bob")];
  const { pool } = server.database;
  await pool.query("INSERT INTO board_member (board_id, user_id, role) VALUES ($1, $2, 'viewer')", [
    bob.boardId,
    ada.person.userId,
  ]);
  const asAda = { ...bob, person: ada.person };
  const onBoard = procedureNames.filter(
    (name) => shapesOf(name).some(({ properties = {} }) => "boardId" in properties) && name !== "board.create",
  );
  const before = await contentOf(server.database, [bob.boardId]);
  const call = (name: string) => ada.person.call(name, inputOf(name, shapesOf(name)[0]!, asAda));
  for (const name of onBoard) {
    // Looking is no change of the board.
    const isChange = procedures[name]!._def.type === "mutation" && name !== "presence.beat";
    const expected = isChange ? 403 : 200;
    expect((await call(name)).status, `a viewer calls ${name}`).toBe(expected);
  }
  await pool.query("DELETE FROM presence");
  expect(await contentOf(server.database, [bob.boardId])).toBe(before);
  await pool.query("DELETE FROM board_member WHERE board_id = $1 AND user_id = $2", [bob.boardId, ada.person.userId]);
  for (const name of onBoard) expect((await call(name)).status, `an ex-member calls ${name}`).toBe(404);
});

serverTest(
  "no procedure takes a key it does not know, nor an object where a text belongs",
  { timeout: 60_000 },
  async ({ server }) => {
    const ada = await settle(server, "Ada");
    for (const procedure of procedureNames.filter((name) => shapesOf(name).length > 0)) {
      const [shape] = shapesOf(procedure);
      const input = inputOf(procedure, shape!, ada);
      const extra = await ada.person.call(procedure, { ...input, isAdmin: true });
      expect(outcomeOf(extra).status, `${procedure} with an extra key`).toBe(400);
      for (const field of Object.keys(input)) {
        const answer = await ada.person.call(procedure, { ...input, [field]: { contains: "" } });
        expect(outcomeOf(answer).status, `${procedure} with an object for ${field}`).toBe(400);
      }
    }
  },
);
