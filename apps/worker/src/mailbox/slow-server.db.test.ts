import { randomUUID } from "node:crypto";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { mailboxPurpose } from "@kanban/messaging/mailbox-purpose";
import { sealSecret } from "@kanban/messaging/sealed-secret";
import { type ImapServer, startImapServer } from "@kanban/testing/imap-server";
import { waitFor } from "@kanban/testing/wait-for";
import { expect, vi } from "vitest";
import { letter, mailKey, type MailboxRig, mailboxTest } from "../testing/mailbox-test.ts";
import { endMailbox } from "./mailbox.repository.ts";
import { keepPosted } from "./posted-mail.repository.ts";

const until = (what: string, isSo: () => Promise<boolean> | boolean) => waitFor(async () => isSo(), { what });
const subjects = async (rig: MailboxRig) => (await rig.mails()).map(({ subject }) => subject);
const large = "x".repeat(1_100_000);

/** A second mailbox, whose server begins to hand out a message and never goes on. */
type Stalled = { imap: ImapServer; mailboxId: string; allow: string; untilStalled: () => Promise<unknown> };

const test = mailboxTest.extend<{ stalled: Stalled }>({
  stalled: async ({ rig }, use) => {
    const imap = await startImapServer();
    const mailboxId = randomUUID();
    let isStalled = false;
    imap.onCommand = (name, _moment, given) => {
      if (name !== "UID FETCH" || !JSON.stringify(given).includes("BODY")) return;
      isStalled = true;
      return new Promise(() => {});
    };
    const sealedPassword = sealSecret(mailKey, mailboxPurpose(mailboxId), imap.password);
    await rig.tell({ mailboxId: mailboxId as never, port: imap.port, sealedPassword });
    await use({
      ...{ imap, mailboxId, allow: `127.0.0.1:${imap.port},127.0.0.1:${rig.imap.port}` },
      untilStalled: () => until("the server to stall", () => isStalled),
    });
    await imap.stop();
  },
});

test.for([
  ["small", "x"],
  ["large", large],
])("a server that keeps a %s message to itself is no other mailbox's wait", async ([, body], { rig, stalled }) => {
  stalled.imap.deliver(letter("Kept", { body: body! }));
  const loop = rig.start({ allow: stalled.allow });
  await stalled.untilStalled();
  rig.imap.deliver(letter("Fetched"));
  await rig.tell();
  await until("the mail of the other", async () => (await subjects(rig)).includes("Fetched"));
  const { sha256 } = await rig.storage.put(
    (async function* () {
      yield Buffer.from(letter("Posted"));
    })(),
  );
  const posted = { mailboxId: rig.mailboxId as never, sha256, receivedAt: "2026-11-29T09:00:00.000Z" };
  await inTransaction(rig.pool, (tx) => keepPosted(tx, { id: randomUUID() }, posted));
  await until("the posted mail", async () => (await subjects(rig)).includes("Posted"));
  await inTransaction(rig.pool, (tx) =>
    endMailbox(tx, { mailboxId: stalled.mailboxId as never, removedAt: "2030-01-01T00:00:00.000Z" }),
  );
  await until("the connection to be given up", () => stalled.imap.connections() === 0);
  await loop.stop();
  expect(await subjects(rig)).toEqual(["Fetched", "Posted"]);
});

test("a process that ends does not wait for a server", async ({ rig, stalled }) => {
  stalled.imap.deliver(letter("Kept"));
  const loop = rig.start({ allow: stalled.allow });
  await stalled.untilStalled();
  await loop.stop();
  await until("the connection to end", () => stalled.imap.connections() === 0);
});

test("a process that ends does not wait for a server that never answers a sign-in", async ({ rig, stalled }) => {
  let hasAsked = false;
  stalled.imap.onCommand = (name) => {
    if (name !== "LOGIN") return;
    hasAsked = true;
    return new Promise(() => {});
  };
  const loop = rig.start({ allow: stalled.allow });
  await until("the sign-in", () => hasAsked);
  await loop.stop();
  await until("the connection to end", () => stalled.imap.connections() === 0);
});

test("a message that does not come in time is a fault, and asked for ever more seldom", async ({ rig, stalled }) => {
  stalled.imap.deliver(letter("Kept"));
  // The shortest of each pause: 200 ms after the first failure, twice that after the next.
  vi.spyOn(Math, "random").mockReturnValue(0);
  const timers = vi.spyOn(globalThis, "setTimeout");
  rig.start({ allow: stalled.allow, fetchMs: 50, pollMs: 1 });
  await until("the third pause", () => timers.mock.calls.some(([, ms]) => ms === 800));
  vi.restoreAllMocks();
  const told = await rig.told<{ fault: { reason: string } | null }>("mailbox.reported");
  expect(told.map(({ fault }) => fault?.reason)).toEqual(["timeout"]);
});

test("a mailbox whose large message waits for another's keeps its connection", async ({ rig, stalled }) => {
  stalled.imap.deliver(letter("Kept", { body: large }));
  rig.start({ allow: stalled.allow, fetchMs: 50 });
  await stalled.untilStalled();
  let noops = 0;
  rig.imap.onCommand = (name, moment) => {
    if (name === "NOOP" && moment === "after") noops += 1;
  };
  rig.imap.deliver(letter("Waits", { body: large }));
  await rig.tell();
  await until("a word on the connection", () => noops > 1);
  expect(await subjects(rig)).toEqual([]);
  stalled.imap.dropAll();
  await until("its turn", async () => (await subjects(rig)).length === 1);
});
