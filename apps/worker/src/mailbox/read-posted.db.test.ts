import { randomUUID } from "node:crypto";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { waitFor } from "@kanban/testing/wait-for";
import { expect } from "vitest";
import { letter, mailboxTest as test } from "../testing/mailbox-test.ts";
import { tellAgain } from "./mail.repository.ts";
import { keepPosted } from "./posted-mail.repository.ts";

async function* once(text: string) {
  yield Buffer.from(text);
}

test("a posted mail is read as one that was fetched, once, and waits while its bytes are not there", async ({
  rig,
}) => {
  const source = letter("Posted");
  const { sha256 } = await rig.storage.put(once(source));
  const posted = { mailboxId: rig.mailboxId as never, sha256, receivedAt: "2026-11-29T09:00:00.000Z" };
  const ids = [randomUUID(), randomUUID()];
  const missing = { ...posted, sha256: "0".repeat(64) };
  await inTransaction(rig.pool, async (tx) => {
    // The same mail under two posts, told twice each.
    for (const id of [...ids, ...ids]) await keepPosted(tx, { id }, posted);
    await keepPosted(tx, { id: randomUUID() }, missing);
  });
  rig.start();
  const left = async () => {
    const { rows } = await rig.pool.query<{ sha256: string; error: string | null }>(
      "SELECT sha256, error FROM unread_mail",
    );
    return rows;
  };
  await waitFor(async () => (await left()).length === 1 && (await left())[0]!.error !== null, {
    what: "one to be left",
  });
  expect(await left()).toMatchObject([
    { sha256: missing.sha256, error: expect.stringContaining("not in the storage") },
  ]);
  expect(await rig.mails()).toMatchObject([
    { subject: "Posted", folder: null, receivedAt: posted.receivedAt, mailboxId: rig.mailboxId },
  ]);
});

test("a mail that was never settled is told again under another event's id, ever more seldom", async ({ rig }) => {
  await rig.tell();
  rig.imap.deliver(letter("Roof"));
  const loop = rig.start();
  await waitFor(async () => (await rig.mails()).length === 1, { what: "the mail" });
  await loop.stop();
  const again = () => inTransaction(rig.pool, tellAgain);
  expect(await again()).toBe(0);
  await rig.pool.query("UPDATE mail SET told_at = now() - interval '11 minutes'");
  expect([await again(), await again()]).toEqual([1, 0]);
  await rig.pool.query("UPDATE mail SET told_at = now() - interval '11 minutes'");
  expect(await again()).toBe(0);
  const mails = await rig.mails();
  expect(mails).toHaveLength(2);
  expect(mails[0]).toEqual(mails[1]);
  await rig.settle("quarantined");
  await rig.pool.query("UPDATE mail SET told_at = now() - interval '1 year'");
  expect(await again()).toBe(0);
});
