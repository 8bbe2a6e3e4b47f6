import { hash, randomUUID } from "node:crypto";
import type { BoardId, MailboxId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { ReceivedMail } from "@kanban/domain/mail/received-mail";
import { expect } from "vitest";
import { forgetFiles } from "../attachment/forget-files.ts";
import type { ApiDeps } from "../context.ts";
import { apiTest, newBoard, newMutationId, type Person, refusalOf, type TestApi } from "../testing/api-test.ts";
import { createCaller } from "../testing/person.ts";
import { untilWaiting } from "../testing/until-waiting.ts";
import { receiveMail } from "./receive-mail.ts";
import { receiveReport } from "./receive-report.ts";

const kept = new Set<string>();
const storage = {
  exists: (sha256: string) => Promise.resolve(kept.has(sha256)),
  put: async () => Promise.reject(new Error("Nothing is stored here")),
} as unknown as NonNullable<ApiDeps["files"]>["storage"];
const depsOf = ({ deps }: TestApi): ApiDeps => ({
  ...deps,
  files: { storage, fileLimits: { bytesPerFile: 1_000, bytesPerBoard: 10_000 } },
});

const cause = () => ({ eventId: randomUUID(), correlationId: randomUUID(), depth: 0 });

async function newHook(person: Person, fields: object = {}): Promise<MailboxId> {
  const sorting = { name: "Mail", boardId: null, addresses: [], senders: ["bob@example.com"], ...fields };
  return (await person.api.mailbox.createHook(sorting)).mailboxId;
}

function mailTo(mailboxId: MailboxId, fields: Partial<ReceivedMail> = {}): ReceivedMail {
  return {
    ...{ mailId: randomUUID(), mailboxId, subject: "Roof", text: "Slate lasts.", to: [], messageId: null },
    ...{ answers: [], folder: null, receivedAt: "2026-01-02T03:04:05.000Z", isBulk: false, files: [] },
    from: { name: "Bob", address: "Bob@Example.com" },
    ...fields,
  };
}

const outcomes = async ({ deps }: TestApi) => {
  const { rows } = await deps.pool.query<{ outcome: string | null }>(
    "SELECT payload ->> 'outcome' AS outcome FROM event_log WHERE type IN ('mail.settled', 'mailbox.removed') ORDER BY position",
  );
  return rows.map(({ outcome }) => outcome);
};

/** The person's procedures where files have a place. */
const apiWith = (api: TestApi, { userId }: Person) =>
  createCaller({ ...depsOf(api), session: { userId, timeZone: "Europe/Berlin" } });

apiTest(
  "mail from a named sender is a task of the inbox with its files, and only then the worker is told",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId, columns } = await newBoard(ada);
    const sha256 = hash("sha256", "slate");
    kept.add(sha256);
    const mail = mailTo(await newHook(ada), { files: [{ name: "../roof.txt", type: "text/plain", size: 5, sha256 }] });
    await receiveMail(depsOf(api), mail, cause());
    const { tasks } = await ada.api.board.snapshot({ boardId });
    expect(tasks).toMatchObject([
      { title: "Roof", source: "mail", columnId: columns.inbox.id, capturedAt: mail.receivedAt, attachmentCount: 1 },
    ]);
    const { detail } = await ada.api.task.get({ boardId, taskId: tasks[0]!.id });
    expect(detail.notes).toBe("From: Bob <Bob@Example.com>\n\nSlate lasts.");
    expect(detail.attachments.map(({ name }) => name)).toEqual(["roof.txt"]);
    expect(await outcomes(api)).toEqual(["captured"]);
    expect((await ada.api.mailbox.list()).mailboxes[0]!.lastMailAt).toBe(mail.receivedAt);
  },
);

apiTest(
  "mail told again, also ten times at once and after its mailbox goes elsewhere, is one task",
  async ({ api }) => {
    const ada = await api.newPerson();
    const { boardId } = await newBoard(ada);
    const other = await newBoard(ada, "Other");
    const mailboxId = await newHook(ada);
    const mail = mailTo(mailboxId);
    await Promise.all(Array.from({ length: 10 }, () => receiveMail(depsOf(api), mail, cause())));
    // As if the process had died between the capture and the note of it.
    await api.deps.pool.query("DELETE FROM captured_mail");
    await ada.api.mailbox.update({
      ...{ mailboxId, name: "Mail", boardId: other.boardId, addresses: [], senders: ["bob@example.com"] },
    });
    await receiveMail(depsOf(api), mail, cause());
    expect((await ada.api.board.snapshot({ boardId })).tasks).toHaveLength(1);
    expect((await ada.api.board.snapshot({ boardId: other.boardId })).tasks).toHaveLength(0);
    expect(await outcomes(api)).toEqual(Array.from({ length: 11 }, () => "captured"));
  },
);

apiTest("a stranger's mail waits, is captured when accepted, and then the sender is none any more", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const mailboxId = await newHook(ada);
  const mail = mailTo(mailboxId, { from: { name: "Eve", address: "eve@example.net" }, text: "x".repeat(1_000) });
  for (let round = 0; round < 2; round++) await receiveMail(depsOf(api), mail, cause());
  expect((await ada.api.board.snapshot({ boardId })).tasks).toEqual([]);
  expect(await ada.api.quarantine.list()).toMatchObject([
    { mailId: mail.mailId, reason: "unknown-sender", subject: "Roof", from: mail.from, text: "x".repeat(280) },
  ]);
  const bob = await api.newPerson("Bob");
  const { mailId } = mail;
  for (const call of [
    () => bob.api.quarantine.accept({ mailId, allowSender: true }),
    () => bob.api.quarantine.discard({ mailIds: [mailId] }),
  ])
    expect(await refusalOf(call())).toMatchObject({ refusal: "MAIL_NOT_FOUND" });
  await apiWith(api, ada).quarantine.accept({ mailId, allowSender: true });
  expect(await ada.api.quarantine.list()).toEqual([]);
  await receiveMail(depsOf(api), mailTo(mailboxId, { from: mail.from, subject: "Wall" }), cause());
  const { tasks } = await ada.api.board.snapshot({ boardId });
  expect(tasks.map(({ title }) => title).sort()).toEqual(["Roof", "Wall"]);
  expect(await outcomes(api)).toEqual(["quarantined", "quarantined", "captured", "captured"]);
});

apiTest("senders that are named at the same moment are all named, each once, up to the limit", async ({ api }) => {
  const ada = await api.newPerson();
  await newBoard(ada);
  const known = Array.from({ length: limits.sendersPerMailbox - 4 }, (_, n) => `${n}@example.com`);
  const mailboxId = await newHook(ada, { senders: known });
  const accept = async (addresses: string[]) => {
    const mails = addresses.map((address) => mailTo(mailboxId, { from: { name: "", address } }));
    for (const mail of mails) await receiveMail(depsOf(api), mail, cause());
    const { quarantine } = apiWith(api, ada);
    await Promise.all(mails.map(({ mailId }) => quarantine.accept({ mailId, allowSender: true })));
  };
  const senders = async () => (await ada.api.mailbox.list()).mailboxes[0]!.senders.slice(known.length).sort();
  await accept(["a@example.net", "B@Example.net", "c@example.net", "b@example.net"]);
  expect(await senders()).toEqual(["a@example.net", "b@example.net", "c@example.net"]);
  await accept(["d@example.net", "e@example.net", "f@example.net"]);
  expect(await senders()).toHaveLength(4);
  expect(await ada.api.quarantine.list()).toEqual([]);
});

apiTest("a mail that is captured while its mailbox is removed is captured", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const mailboxId = await newHook(ada, { senders: [] });
  const mail = mailTo(mailboxId);
  await receiveMail(depsOf(api), mail, cause());
  const holder = await api.deps.pool.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM board WHERE id = $1 FOR UPDATE", [boardId]);
  const accepted = apiWith(api, ada).quarantine.accept({ mailId: mail.mailId, allowSender: true });
  await untilWaiting(api, 1);
  await ada.api.mailbox.remove({ mailboxId });
  await holder.query("COMMIT");
  holder.release();
  await accepted;
  expect((await ada.api.board.snapshot({ boardId })).tasks).toHaveLength(1);
});

apiTest("what is discarded is left alone, all of it or nothing", async ({ api }) => {
  const ada = await api.newPerson();
  const mailboxId = await newHook(ada, { senders: [] });
  const mails = [mailTo(mailboxId), mailTo(mailboxId)];
  for (const mail of mails) await receiveMail(depsOf(api), mail, cause());
  const mailIds = mails.map(({ mailId }) => mailId);
  const withUnknown = ada.api.quarantine.discard({ mailIds: [...mailIds, randomUUID()] });
  expect(await refusalOf(withUnknown)).toMatchObject({ refusal: "MAIL_NOT_FOUND" });
  expect((await ada.api.mailbox.list()).waiting).toBe(2);
  await ada.api.quarantine.discard({ mailIds });
  expect((await ada.api.mailbox.list()).waiting).toBe(0);
  expect(await outcomes(api)).toEqual(["quarantined", "quarantined", "discarded", "discarded"]);
});

apiTest("bulk mail counts from a named sender only, and the person's own address is always known", async ({ api }) => {
  const ada = await api.newPerson();
  const { boardId } = await newBoard(ada);
  const mailboxId = await newHook(ada, { senders: ["*", "bob@example.com"] });
  const { email } = await api.deps.db.user.findUniqueOrThrow({ where: { id: ada.userId } });
  for (const [address, isBulk] of [
    ["news@example.net", true],
    ["bob@example.com", true],
    ["eve@example.net", false],
    [email, true],
  ] as const)
    await receiveMail(
      depsOf(api),
      mailTo(mailboxId, { from: { name: "", address }, subject: address, isBulk }),
      cause(),
    );
  expect(await outcomes(api)).toEqual(["ignored", "captured", "captured", "captured"]);
  expect((await ada.api.board.snapshot({ boardId })).tasks).toHaveLength(3);
  expect(await ada.api.quarantine.list()).toEqual([]);
});

apiTest("a mail that cannot be captured waits with the reason, and is captured once that is gone", async ({ api }) => {
  const ada = await api.newPerson();
  const mail = mailTo(await newHook(ada));
  await receiveMail(depsOf(api), mail, cause());
  expect(await ada.api.quarantine.list()).toMatchObject([{ reason: "refused", refusal: "NO_INBOX" }]);
  const accept = () => apiWith(api, ada).quarantine.accept({ mailId: mail.mailId, allowSender: false });
  expect(await refusalOf(accept())).toMatchObject({ refusal: "NO_INBOX" });
  const { boardId } = await newBoard(ada);
  await accept();
  expect((await ada.api.board.snapshot({ boardId })).tasks).toHaveLength(1);
});

apiTest(
  "an answer stands beside the task of what it answers, of the same person on the same board",
  async ({ api }) => {
    const ada = await api.newPerson();
    const bob = await api.newPerson("Bob");
    const { boardId } = await newBoard(ada);
    const bobs = await newBoard(bob);
    const mailboxId = await newHook(ada);
    await receiveMail(depsOf(api), mailTo(mailboxId, { messageId: "a@x" }), cause());
    const answer = { answers: ["b@x", "a@x"], subject: "Re: Roof", messageId: "c@x" };
    await receiveMail(depsOf(api), mailTo(mailboxId, answer), cause());
    await receiveMail(depsOf(api), mailTo(await newHook(bob), answer), cause());
    const { tasks, links } = await ada.api.board.snapshot({ boardId });
    expect(tasks).toHaveLength(2);
    expect(links).toMatchObject([{ kind: "relates", fromId: tasks.find(({ number }) => number === 2)!.id }]);
    expect((await bob.api.board.snapshot({ boardId: bobs.boardId })).links).toEqual([]);
  },
);

apiTest("a plus-address and a folder choose the board", async ({ api }) => {
  const ada = await api.newPerson();
  const [home, work] = [await newBoard(ada, "Home"), await newBoard(ada, "Work")];
  const mailboxId = await newHook(ada, { addresses: [{ tag: "work", boardId: work.boardId }], boardId: home.boardId });
  await receiveMail(depsOf(api), mailTo(mailboxId, { to: ["ada+work@example.com"] }), cause());
  await receiveMail(depsOf(api), mailTo(mailboxId), cause());
  const count = async (boardId: BoardId) => (await ada.api.board.snapshot({ boardId })).tasks.length;
  expect([await count(home.boardId), await count(work.boardId)]).toEqual([1, 1]);
});

apiTest("mail for a board that is gone waits, and is captured once its mailbox names another", async ({ api }) => {
  const ada = await api.newPerson();
  const [gone, other] = [await newBoard(ada), await newBoard(ada, "Other")];
  const mailboxId = await newHook(ada, { addresses: [{ tag: "gone", boardId: gone.boardId }], boardId: gone.boardId });
  await ada.api.board.remove({ boardId: gone.boardId, mutationId: newMutationId() });
  const mails = [mailTo(mailboxId), mailTo(mailboxId, { to: ["ada+gone@example.com"] })];
  for (const mail of mails) await receiveMail(depsOf(api), mail, cause());
  const waits = { reason: "refused", refusal: "BOARD_NOT_FOUND" };
  expect(await ada.api.quarantine.list()).toMatchObject([waits, waits]);
  const update = { mailboxId, name: "Mail", boardId: other.boardId, addresses: [], senders: [] };
  await ada.api.mailbox.update(update);
  for (const { mailId } of mails) await apiWith(api, ada).quarantine.accept({ mailId, allowSender: false });
  expect((await ada.api.board.snapshot({ boardId: other.boardId })).tasks).toHaveLength(2);
});

apiTest("the worker is told to leave a mailbox nobody knows, and told anew what it knows better", async ({ api }) => {
  const ada = await api.newPerson();
  await receiveMail(depsOf(api), mailTo(randomUUID() as MailboxId), cause());
  expect(await outcomes(api)).toEqual([null]);
  const connection = {
    ...{ host: "imap.example.net", port: 993, tls: "tls" as const, userName: "ada", password: "x", fromStart: false },
    ...{ folders: [{ path: "INBOX", boardId: null }], afterCapture: "flag" as const, moveTo: null },
  };
  const sorting = { name: "Mail", boardId: null, addresses: [], senders: [] };
  const { mailboxId } = await ada.api.mailbox.create({ ...sorting, connection });
  const state = async () => (await ada.api.mailbox.list()).mailboxes[0]!;
  const { changedAt } = await state();
  const report = (at: string, fields: object) =>
    receiveReport(
      depsOf(api),
      { mailboxId, changedAt, reportedAt: `2026-12-01T10:00:${at}.000Z`, fault: null, ...fields },
      cause(),
    );
  const fault = { reason: "auth" as const, detail: "Wrong password" };
  await report("02", { fault });
  await report("01", {});
  expect(await state()).toMatchObject({ fault, reportedAt: "2026-12-01T10:00:02.000Z" });
  await report("03", {});
  expect(await state()).toMatchObject({ fault: null, reportedAt: "2026-12-01T10:00:03.000Z" });
  const tellings = async () => {
    const { rows } = await api.deps.pool.query("SELECT FROM event_log WHERE type = 'mailbox.changed'");
    return rows.length;
  };
  expect(await tellings()).toBe(1);
  // This database was restored: the worker follows something newer.
  await report("04", { changedAt: "2030-01-01T00:00:00.000Z" });
  expect(await tellings()).toBe(2);
});

apiTest("files of a mail that waits are kept, and the oldest mails make room", async ({ api }) => {
  const ada = await api.newPerson();
  const mailboxId = await newHook(ada, { senders: [] });
  const sha256 = hash("sha256", "waiting");
  const files = [{ name: "a.txt", type: "text/plain", size: 7, sha256 }];
  await receiveMail(depsOf(api), mailTo(mailboxId, { files }), cause());
  const removed: string[] = [];
  const old = {
    removeLeftovers: () => Promise.resolve(),
    remove: (name: string) => Promise.resolve(void removed.push(name)),
    list: async function* () {
      for (const name of [sha256, hash("sha256", "nobody's")]) yield { sha256: name, size: 7, storedAt: new Date(0) };
    },
  } as unknown as NonNullable<ApiDeps["files"]>["storage"];
  await forgetFiles(api.deps, old);
  expect(removed).toEqual([hash("sha256", "nobody's")]);
  await api.deps.pool.query(
    `INSERT INTO quarantined_mail (id, mailbox_id, mail, reason, created_at)
     SELECT gen_random_uuid(), $1, '{"files": []}', 'unknown-sender', now() + interval '1 year' FROM generate_series(1, $2)`,
    [mailboxId, limits.quarantinedMails],
  );
  await receiveMail(depsOf(api), mailTo(mailboxId), cause());
  const { rows } = await api.deps.pool.query<{ count: number }>("SELECT count(*)::int FROM quarantined_mail");
  expect(rows[0]!.count).toBe(limits.quarantinedMails);
});
