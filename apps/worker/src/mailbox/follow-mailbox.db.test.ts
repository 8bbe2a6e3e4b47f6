import { text } from "node:stream/consumers";
import { limits } from "@kanban/domain/limits";
import { waitFor } from "@kanban/testing/wait-for";
import { startImapServer } from "@kanban/testing/imap-server";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { pageCertificate } from "@kanban/safe-fetch/testing/page-certificate";
import { expect } from "vitest";
import { letter, type MailboxRig, mailboxTest as test } from "../testing/mailbox-test.ts";
import { endMailbox } from "./mailbox.repository.ts";

const until = (what: string, isSo: () => Promise<boolean> | boolean) => waitFor(async () => isSo(), { what });
const untilMails = (rig: MailboxRig, count: number) =>
  until(`${count} mails`, async () => (await rig.mails()).length >= count);
const untilDone = (rig: MailboxRig) =>
  until("all messages to be done with", async () => {
    const { rows } = await rig.pool.query<{ open: number }>("SELECT count(*)::int AS open FROM mail_message");
    return rows[0]!.open === 0;
  });
const base64 = "Content-Transfer-Encoding: base64";
const inbox = ({ imap }: MailboxRig) => imap.folder("INBOX").messages;
const flagsOf = (rig: MailboxRig) => inbox(rig).map(({ flags }) => [...flags].sort());
const faults = async (rig: MailboxRig) =>
  (await rig.told<{ fault: { reason: string } | null }>("mailbox.reported")).map(({ fault }) => fault?.reason ?? null);

test("a mail is told as it comes, with its files, and flagged only once it is captured", async ({ rig }) => {
  await rig.tell();
  rig.start();
  await until("the report", async () => (await faults(rig)).length === 1);
  expect(await faults(rig)).toEqual([null]);
  const file = ["--x", "Content-Disposition: attachment; filename=a.txt", base64, "", "YXR0YWNoZWQ=", "--x--"];
  const body = ["--x", "", "Slate lasts.", ...file].join("\r\n");
  // No poll is due for a minute: the server says it.
  rig.imap.deliver(letter("Roof", { headers: ["Content-Type: multipart/mixed; boundary=x"], body }));
  await untilMails(rig, 1);
  const [mail] = await rig.mails();
  expect(mail).toMatchObject({
    ...{ subject: "Roof", text: "Slate lasts.", folder: "INBOX", isBulk: false, to: ["ada@example.com"] },
    from: { name: "Bob", address: "bob@example.com" },
    files: [{ name: "a.txt", type: "text/plain", size: 8 }],
  });
  expect(await text((await rig.storage.get(mail!.files[0]!.sha256))!)).toBe("attached");
  expect(flagsOf(rig)).toEqual([[]]);
  await rig.settle();
  await untilDone(rig);
  expect(flagsOf(rig)).toEqual([["\\Flagged", "\\Seen"]]);
});

test("what was there before counts only when that was asked for", async ({ rig }) => {
  for (let n = 1; n <= 3; n++) rig.imap.deliver(letter(`Old ${n}`));
  await rig.tell({ fromStart: false });
  rig.start();
  await until("the report", async () => (await faults(rig)).length === 1);
  rig.imap.deliver(letter("New"), { internalDate: new Date("2001-01-01") });
  await untilMails(rig, 1);
  expect((await rig.mails()).map(({ subject }) => subject)).toEqual(["New"]);
});

test.for([
  ["move", "Captured/2026", "Captured/2026"],
  ["archive", null, "Archive"],
] as const)("after capture, messages are put elsewhere (%s)", async ([afterCapture, moveTo, target], { rig }) => {
  await rig.tell({ afterCapture, moveTo });
  for (let n = 1; n <= 3; n++) rig.imap.deliver(letter(`Mail ${n}`));
  rig.start();
  await untilMails(rig, 3);
  expect(inbox(rig)).toHaveLength(3);
  await rig.settle();
  await untilDone(rig);
  expect(inbox(rig)).toEqual([]);
  expect(rig.imap.folder(target).messages).toHaveLength(3);
});

test("what is not captured stays as it is, whether it waits, is discarded or ignored", async ({ rig }) => {
  await rig.tell({ afterCapture: "move", moveTo: "Captured" });
  rig.start();
  for (const outcome of ["quarantined", "discarded", "ignored"] as const) {
    const before = (await rig.mails()).length;
    rig.imap.deliver(letter(outcome));
    await untilMails(rig, before + 1);
    await rig.settle(outcome);
  }
  await until("two to be forgotten", async () => {
    const { rows } = await rig.pool.query("SELECT FROM mail_message");
    return rows.length === 1;
  });
  expect(inbox(rig)).toHaveLength(3);
  expect(flagsOf(rig)).toEqual([[], [], []]);
  // Its person accepts it later.
  await rig.pool.query("UPDATE mail SET outcome = NULL WHERE outcome = 'quarantined'");
  await rig.settle();
  await untilDone(rig);
  expect(rig.imap.folder("Captured").messages).toHaveLength(1);
});

test("the same message in two places, or under other UIDs, is one mail, and done with wherever it lies", async ({
  rig,
}) => {
  await rig.tell({ folders: ["INBOX", "Kanban"] });
  const same = letter("Roof", { id: "same@example.com" });
  rig.imap.deliver(same);
  rig.imap.deliver(same);
  rig.imap.deliver(same, { path: "Kanban" });
  // A program that gives all its mails one id.
  rig.imap.deliver(same.replace("09:00:00", "10:00:00").replace("Roof", "Wall"));
  const loop = rig.start();
  await untilMails(rig, 2);
  await rig.settle();
  await untilDone(rig);
  expect((await rig.mails()).map(({ subject }) => subject).sort()).toEqual(["Roof", "Wall"]);
  expect([...inbox(rig), ...rig.imap.folder("Kanban").messages].every(({ flags }) => flags.size === 2)).toBe(true);
  await loop.stop();
  rig.imap.renumber("INBOX");
  rig.imap.deliver(letter("New"));
  rig.start();
  await untilMails(rig, 3);
  await rig.settle();
  await untilDone(rig);
  expect((await rig.mails()).map(({ subject }) => subject).sort()).toEqual(["New", "Roof", "Wall"]);
});

test("after another UIDVALIDITY, what was there before the mailbox was followed still does not count", async ({
  rig,
}) => {
  rig.imap.deliver(letter("Old"), { internalDate: new Date("2020-01-01") });
  await rig.tell({ fromStart: false });
  const loop = rig.start();
  await until("the report", async () => (await faults(rig)).length === 1);
  rig.imap.deliver(letter("New"), { internalDate: new Date("2030-01-01") });
  await untilMails(rig, 1);
  await loop.stop();
  rig.imap.renumber("INBOX");
  rig.start();
  await until("the folder to be read anew", async () => {
    const { rows } = await rig.pool.query("SELECT FROM mail_folder WHERE dated_up_to = 3 AND seen_uid = 3");
    return rows.length === 1;
  });
  // Dragged here from elsewhere: old by its date, new in this place.
  rig.imap.deliver(letter("Dragged"), { internalDate: new Date("2019-01-01") });
  await untilMails(rig, 2);
  expect((await rig.mails()).map(({ subject }) => subject)).toEqual(["New", "Dragged"]);
});

test("auto-replies and bounces are nobody's, bulk mail is told as such", async ({ rig }) => {
  await rig.tell();
  rig.imap.deliver(letter("Away", { headers: ["Auto-Submitted: auto-replied"] }));
  rig.imap.deliver(letter("Failure", { headers: ["Content-Type: multipart/report; boundary=x"] }));
  rig.imap.deliver(letter("News", { headers: ["List-Unsubscribe: <mailto:x@y.z>"] }));
  rig.start();
  await untilMails(rig, 1);
  expect(await rig.mails()).toMatchObject([{ subject: "News", isBulk: true }]);
  const { rows } = await rig.pool.query("SELECT outcome FROM mail ORDER BY outcome");
  expect(rows).toEqual([{ outcome: "ignored" }, { outcome: "ignored" }, { outcome: null }]);
});

test("a message of 25 MB comes whole, one that is too large by its head, a broken one with its bytes", async ({
  rig,
}) => {
  await rig.tell();
  const headers = ["Content-Type: multipart/mixed; boundary=x"];
  const film = Buffer.alloc(18_750_000, "y").toString("base64");
  const part = ["--x", "Content-Disposition: attachment; filename=film.bin", base64, "", film, "--x--"];
  rig.imap.deliver(letter("Large", { headers, body: part.join("\r\n") }));
  rig.imap.deliver(letter("Too large", { body: "z".repeat(limits.mailBytes) }));
  const nested = Array.from(
    { length: 100 },
    (_, n) => `--${n}\r\nContent-Type: multipart/mixed; boundary="${n + 1}"\r\n`,
  );
  rig.imap.deliver(
    letter("Deep", { headers: ['Content-Type: multipart/mixed; boundary="0"'], body: nested.join("\r\n") }),
  );
  rig.start();
  await untilMails(rig, 3);
  expect(await rig.mails()).toMatchObject([
    { subject: "Large", files: [{ name: "film.bin", size: 18_750_000 }] },
    { subject: "Too large", files: [], text: expect.stringContaining("36 MB") },
    { subject: "Deep", files: [{ name: "message.eml" }] },
  ]);
}, 60_000);

test("a mail whose head holds what no database does keeps no other waiting", async ({ rig }) => {
  await rig.tell();
  const cutName = letter("Emoji").replace("From: Bob", `From: "${"x".repeat(limits.name - 1)}\u{1f600}"`);
  rig.imap.deliver(cutName);
  rig.imap.deliver(letter("Encoded", { id: "=?utf-8?Q?a=00b?=@example.com" }));
  rig.imap.deliver(letter("Raw", { headers: ["In-Reply-To: <c\0d@example.com>"] }));
  rig.imap.deliver(letter("Good"));
  rig.start();
  await untilMails(rig, 4);
  expect((await rig.mails()).map(({ subject }) => subject)).toEqual(["Emoji", "Encoded", "Raw", "Good"]);
});

test("two workers follow a mailbox once, and the one that is left takes over", async ({ rig }) => {
  await rig.tell();
  const [first, second] = [rig.start(), rig.start()];
  await until("a connection", () => rig.imap.connections() === 1);
  rig.imap.deliver(letter("One"));
  await untilMails(rig, 1);
  expect(rig.imap.connections()).toBe(1);
  await first.stop();
  rig.imap.deliver(letter("Two"));
  await untilMails(rig, 2);
  await second.stop();
  expect((await rig.mails()).map(({ subject }) => subject)).toEqual(["One", "Two"]);
});

test("a dropped connection is opened anew, and a mailbox that is none any more is left", async ({ rig }) => {
  await rig.tell();
  rig.start();
  await until("the report", async () => (await faults(rig)).length === 1);
  rig.imap.dropAll();
  rig.imap.deliver(letter("After"));
  await untilMails(rig, 1);
  // The round that tells the mail is reported after it.
  await until("three reports", async () => (await faults(rig)).length >= 3);
  expect((await faults(rig)).slice(0, 3)).toEqual([null, "connection", null]);
  await inTransaction(rig.pool, (tx) =>
    endMailbox(tx, { mailboxId: rig.mailboxId as never, removedAt: "2030-01-01T00:00:00.000Z" }),
  );
  await until("the connection to end", () => rig.imap.connections() === 0);
  const { rows } = await rig.pool.query(
    "SELECT sealed_password AS sealed, (SELECT count(*)::int FROM mail) AS mails FROM followed_mailbox",
  );
  expect(rows).toEqual([{ sealed: "", mails: 0 }]);
  // An older description, come late, does not bring it back.
  await rig.tell({ changedAt: "2029-01-01T00:00:00.000Z" });
  const after = await rig.pool.query("SELECT FROM followed_mailbox WHERE removed_at IS NULL");
  expect(after.rowCount).toBe(0);
});

test("why a mailbox cannot be followed is told in a word, and a right password ends it", async ({ rig }) => {
  rig.imap.setPassword("another");
  await rig.tell();
  rig.start();
  await until("the fault", async () => (await faults(rig)).length === 1);
  rig.imap.setPassword(rig.imap.password);
  await rig.tell();
  await until("the end of it", async () => (await faults(rig)).includes(null));
  expect(await faults(rig)).toEqual(["auth", null]);
});

test.for([
  ["private-address", {}, { allow: "" }],
  ["private-address", { port: 22 }, {}],
  // Not asked of the machine's own resolver: some of them know every name.
  ["dns", { host: "imap.example.net" }, { resolve: () => Promise.reject(new Error("ENOTFOUND")) }],
  ["key", {}, { key: "another key than the one it was sealed with" }],
  ["key", {}, { key: "" }],
  ["tls", { tls: "starttls" }, {}],
  ["folder", { folders: ["Nowhere"] }, {}],
] as const)("a mailbox cannot be followed: %s %j", async ([reason, changes, options], { rig }) => {
  await rig.tell(changes as object);
  rig.start(options);
  await until("the fault", async () => (await faults(rig)).length > 0);
  expect(await faults(rig)).toEqual([reason]);
});

test("a mailbox cannot be followed where nobody listens", async ({ rig }) => {
  const { port, stop } = await startImapServer();
  await stop();
  await rig.tell({ port });
  rig.start({ allow: `127.0.0.1:${port}` });
  await until("the fault", async () => (await faults(rig)).length > 0);
  expect(await faults(rig)).toEqual(["connection"]);
});

test("a certificate nobody vouches for is none", async ({ rig }) => {
  const secure = await startImapServer({ tls: pageCertificate });
  await rig.tell({ tls: "tls", port: secure.port });
  rig.start({ allow: `127.0.0.1:${secure.port}` });
  await until("the fault", async () => (await faults(rig)).length > 0);
  expect(await faults(rig)).toEqual(["tls"]);
  await secure.stop();
});

test("another server is another mailbox: nothing is done there about mail of the first", async ({ rig }) => {
  await rig.tell();
  rig.imap.deliver(letter("First"));
  rig.start();
  await untilMails(rig, 1);
  const other = await startImapServer();
  other.deliver(letter("Second"));
  await rig.tell({ host: "localhost", port: other.port });
  await rig.settle();
  await until("the mail of the first to be forgotten", async () => {
    const { rows } = await rig.pool.query("SELECT FROM mail_message");
    return rows.length === 0;
  });
  expect(flagsOf(rig)).toEqual([[]]);
  expect(other.folder("INBOX").messages.map(({ flags }) => flags.size)).toEqual([0]);
  await other.stop();
});

test("a message in hand when the server becomes another lies nowhere on that one", async ({ rig }) => {
  await rig.tell();
  const other = await startImapServer();
  // The same numbers as on the first: what was in hand there would be done here.
  other.deliver(letter("Second"));
  rig.imap.deliver(letter("First"));
  let isTold = false;
  rig.imap.onCommand = async (name, moment, given) => {
    if (isTold || name !== "UID FETCH" || moment === "before" || !JSON.stringify(given).includes("BODY")) return;
    isTold = true;
    await rig.tell({ host: "localhost", port: other.port });
  };
  rig.start({ allow: `127.0.0.1:${rig.imap.port},localhost:${other.port}` });
  await untilMails(rig, 1);
  await rig.settle();
  await untilDone(rig);
  expect((await rig.mails()).map(({ subject }) => subject)).toEqual(["Second"]);
  expect(flagsOf(rig)).toEqual([[]]);
  await other.stop();
});
