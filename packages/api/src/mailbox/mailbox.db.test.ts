import { randomUUID } from "node:crypto";
import type { BoardId, MailboxId } from "@kanban/domain/ids";
import { mailboxPurpose } from "@kanban/messaging/mailbox-purpose";
import { openSecret } from "@kanban/messaging/sealed-secret";
import { expect } from "vitest";
import { inTransaction } from "../in-transaction.ts";
import { apiTest, newBoard, newMutationId, type Person, refusalOf, type TestApi } from "../testing/api-test.ts";
import { untilWaiting } from "../testing/until-waiting.ts";
import { retellMailboxes } from "./retell-mailboxes.ts";

const connection = {
  host: "Imap.Example.net",
  port: 993,
  tls: "tls" as const,
  userName: "ada",
  password: "correct horse",
  folders: [{ path: "INBOX", boardId: null as BoardId | null }],
  afterCapture: "flag" as const,
  moveTo: null,
  fromStart: false,
};
const sorting = { name: "Private", boardId: null as BoardId | null, addresses: [], senders: ["@Example.com"] };

async function told({ deps }: TestApi): Promise<{ type: string; payload: Record<string, unknown> }[]> {
  const { rows } = await deps.pool.query<{ type: string; payload: Record<string, unknown> }>(
    "SELECT type, payload FROM event_log WHERE board_id IS NULL ORDER BY position",
  );
  return rows;
}

const make = ({ api }: Person) => api.mailbox.create({ ...sorting, connection });

apiTest("a mailbox is told to the worker with its password sealed, and shown without it", async ({ api }) => {
  const ada = await api.newPerson();
  const { mailboxId } = await make(ada);
  const [event] = await told(api);
  expect(event).toMatchObject({
    type: "mailbox.changed",
    payload: { mailboxId, host: "imap.example.net", userName: "ada", folders: ["INBOX"], moveTo: null },
  });
  const sealed = event!.payload["sealedPassword"] as string;
  expect(openSecret(api.deps.mailKey!, mailboxPurpose(mailboxId), sealed)).toBe("correct horse");
  const listed = await ada.api.mailbox.list();
  expect(listed).toMatchObject({
    isOn: true,
    waiting: 0,
    mailboxes: [{ id: mailboxId, kind: "imap", senders: ["@example.com"], fault: null, reportedAt: null }],
  });
  expect(JSON.stringify([listed, await told(api)])).not.toContain("correct horse");
  expect(JSON.stringify(listed)).not.toContain(sealed);
});

apiTest("without a key no secret can be kept, and the instance says so", async ({ api }) => {
  const ada = await api.newPerson();
  delete api.deps.mailKey;
  const bob = await api.newPerson("Bob");
  expect((await bob.api.mailbox.list()).isOn).toBe(false);
  expect(await refusalOf(make(bob))).toMatchObject({ refusal: "MAIL_OFF" });
  expect(await refusalOf(bob.api.mailbox.createHook(sorting))).toMatchObject({ refusal: "MAIL_OFF" });
  expect((await ada.api.mailbox.list()).mailboxes).toEqual([]);
});

apiTest("another server or user needs the password, other changes do not", async ({ api }) => {
  const ada = await api.newPerson();
  const { mailboxId } = await make(ada);
  const { password: _password, ...open } = connection;
  const update = (changes: Partial<typeof connection>) =>
    ada.api.mailbox.update({ mailboxId, ...sorting, connection: { ...open, host: "imap.example.net", ...changes } });
  for (const other of [{ host: "evil.example" }, { port: 143 }, { tls: "none" as never }, { userName: "bob" }])
    expect(await refusalOf(update(other))).toMatchObject({ refusal: "PASSWORD_NEEDED" });
  await update({ folders: [{ path: "Kanban", boardId: null }] });
  await update({ host: "imap.example.org", password: "battery" });
  const events = await told(api);
  expect(events.map(({ payload }) => payload["host"])).toEqual([
    "imap.example.net",
    "imap.example.net",
    "imap.example.org",
  ]);
  expect(openSecret(api.deps.mailKey!, mailboxPurpose(mailboxId), events[1]!.payload["sealedPassword"] as string)).toBe(
    "correct horse",
  );
  await ada.api.mailbox.remove({ mailboxId });
  expect((await told(api)).at(-1)).toMatchObject({ type: "mailbox.removed", payload: { mailboxId } });
  expect(await refusalOf(ada.api.mailbox.remove({ mailboxId }))).toMatchObject({ refusal: "MAILBOX_NOT_FOUND" });
});

apiTest("a password and a folder that are changed at the same moment are both told", async ({ api }) => {
  const ada = await api.newPerson();
  const { mailboxId } = await make(ada);
  const { password: _password, ...open } = { ...connection, host: "imap.example.net" };
  const holder = await api.deps.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM mailbox WHERE id = $1 FOR UPDATE", [mailboxId]);
  const update = (fields: object) =>
    ada.api.mailbox.update({ mailboxId, ...sorting, connection: { ...open, ...fields } });
  const first = update({ password: "battery" });
  await untilWaiting(api, 1);
  const second = update({ folders: [{ path: "Kanban", boardId: null }] });
  await untilWaiting(api, 2);
  await holder.query("COMMIT");
  holder.release();
  await Promise.all([first, second]);
  const events = await told(api);
  const { payload } = events.at(-1)!;
  const sealed = payload["sealedPassword"] as string;
  expect(payload["folders"]).toEqual(["Kanban"]);
  expect(openSecret(api.deps.mailKey!, mailboxPurpose(mailboxId), sealed)).toBe("battery");
  // The worker leaves what is not later than what it knows.
  const moments = events.map((event) => event.payload["changedAt"] as string);
  expect(moments).toEqual([...new Set(moments)].sort());
});

apiTest("mail goes to no board its person cannot capture into, wherever it is named", async ({ api }) => {
  const ada = await api.newPerson();
  const bob = await api.newPerson("Bob");
  const { boardId } = await newBoard(bob);
  const folders = [{ path: "INBOX", boardId }];
  const asked = [
    () => ada.api.mailbox.create({ ...sorting, boardId, connection }),
    () => ada.api.mailbox.create({ ...sorting, addresses: [{ tag: "home", boardId }], connection }),
    () => ada.api.mailbox.create({ ...sorting, connection: { ...connection, folders } }),
    () => ada.api.mailbox.createHook({ ...sorting, boardId }),
  ];
  for (const call of asked) expect(await refusalOf(call())).toMatchObject({ refusal: "BOARD_NOT_FOUND" });
  await api.deps.db.boardMember.create({ data: { boardId, userId: ada.userId, role: "viewer" } });
  const call = ada.api.mailbox.create({ ...sorting, connection: { ...connection, folders } });
  expect(await refusalOf(call)).toMatchObject({ refusal: "READ_ONLY" });
});

apiTest("a mailbox whose boards have gone can be changed, but not be given another that is gone", async ({ api }) => {
  const ada = await api.newPerson();
  const [trashed, left, other] = [await newBoard(ada), await newBoard(ada), await newBoard(ada)];
  const named = { ...sorting, boardId: trashed.boardId, addresses: [{ tag: "home", boardId: left.boardId }] };
  const folders = [{ path: "INBOX", boardId: trashed.boardId }];
  const { mailboxId } = await ada.api.mailbox.create({ ...named, connection: { ...connection, folders } });
  for (const { boardId } of [trashed, other]) await ada.api.board.remove({ boardId, mutationId: newMutationId() });
  await api.deps.db.boardMember.deleteMany({ where: { boardId: left.boardId, userId: ada.userId } });
  const update = (changes: object) =>
    ada.api.mailbox.update({ mailboxId, ...named, connection: { ...connection, folders }, ...changes });
  await update({ name: "Home" });
  expect((await ada.api.mailbox.list()).mailboxes).toMatchObject([{ name: "Home", boardId: trashed.boardId, folders }]);
  for (const changes of [
    { boardId: other.boardId },
    { addresses: [{ tag: "home", boardId: other.boardId }] },
    { connection: { ...connection, folders: [{ path: "INBOX", boardId: other.boardId }] } },
  ])
    expect(await refusalOf(update(changes))).toMatchObject({ refusal: "BOARD_NOT_FOUND" });
});

apiTest("what is no mailbox is refused before anything is looked up", async ({ api }) => {
  const ada = await api.newPerson();
  const twice = { path: "INBOX", boardId: null };
  const bad = [
    { host: "imap.example.net:993" },
    { host: "https://imap.example.net" },
    { host: "imap example.net" },
    { host: "-" },
    { port: 0 },
    { port: 70_000 },
    { userName: "ada\r\nA1 LOGOUT" },
    { password: "a\r\nb" },
    { folders: [] },
    { folders: [twice, twice] },
    { folders: [{ path: "IN\nBOX", boardId: null }] },
    { afterCapture: "move" as never },
    { moveTo: "Elsewhere" as never },
    { afterCapture: "move" as never, moveTo: "INBOX" as never },
  ];
  for (const changes of bad) {
    const { code } = await refusalOf(ada.api.mailbox.create({ ...sorting, connection: { ...connection, ...changes } }));
    expect({ changes, code }).toEqual({ changes, code: "BAD_REQUEST" });
  }
  for (const senders of [["ada"], ["a@b", "x y@z"], [""]])
    expect(await refusalOf(ada.api.mailbox.createHook({ ...sorting, senders }))).toMatchObject({ code: "BAD_REQUEST" });
  expect(api.defects).toEqual([]);
});

apiTest("another's mailbox is as missing as none, and nobody has more than the limit", async ({ api }) => {
  const ada = await api.newPerson();
  const bob = await api.newPerson("Bob");
  const { mailboxId } = await make(ada);
  for (const id of [mailboxId, randomUUID() as MailboxId]) {
    const gone = { refusal: "MAILBOX_NOT_FOUND" };
    expect(await refusalOf(bob.api.mailbox.remove({ mailboxId: id }))).toMatchObject(gone);
    expect(await refusalOf(bob.api.mailbox.update({ mailboxId: id, ...sorting }))).toMatchObject(gone);
    const taken = bob.api.mailbox.update({ mailboxId: id, ...sorting, connection });
    expect(await refusalOf(taken)).toMatchObject(gone);
  }
  const made = await Promise.allSettled(Array.from({ length: 12 }, () => make(bob)));
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  expect((await ada.api.mailbox.list()).mailboxes).toHaveLength(1);
});

apiTest("a worker that has lost its memory is told every mailbox as it was told before", async ({ api }) => {
  const ada = await api.newPerson();
  await make(ada);
  await make(await api.newPerson("Bob"));
  await ada.api.mailbox.createHook(sorting);
  const before = await told(api);
  await inTransaction(api.deps.db, (tx) => retellMailboxes(tx, new Date()));
  const after = await told(api);
  expect(after.slice(before.length)).toEqual(before);
  expect(before).toHaveLength(2);
});
