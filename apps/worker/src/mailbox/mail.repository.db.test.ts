import { randomUUID } from "node:crypto";
import type { ReceivedMail } from "@kanban/domain/mail/received-mail";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { expect } from "vitest";
import { mailboxTest as test } from "../testing/mailbox-test.ts";
import { keepMail } from "./mail.repository.ts";

test("no word of a mail can keep it from being stored and told", async ({ rig }) => {
  const odd = "a\0b\ud83d";
  const file = { name: odd, type: odd, size: 1, sha256: "0".repeat(64) };
  const mail: ReceivedMail = {
    ...{ mailId: randomUUID(), mailboxId: rig.mailboxId as never, receivedAt: "2026-11-29T09:00:00.000Z" },
    ...{ subject: odd, text: odd, from: { name: odd, address: odd }, to: [odd], messageId: odd, answers: [odd] },
    ...{ folder: odd, isBulk: false, files: [file] },
  };
  await inTransaction(rig.pool, (tx) => keepMail(tx, mail, mail));
  const said = "ab\ufffd";
  expect(await rig.mails()).toEqual([
    {
      ...mail,
      ...{ subject: said, text: said, from: { name: said, address: said }, to: [said], messageId: said },
      ...{ answers: [said], folder: said, files: [{ ...file, name: said, type: said }] },
    },
  ]);
});
