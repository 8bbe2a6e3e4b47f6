import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { InstanceEventPayload } from "@kanban/events/instance-events";
import { openLocalStorage } from "@kanban/file-storage/local-storage";
import type { ReceivedMail } from "@kanban/domain/mail/received-mail";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { createPool } from "@kanban/messaging/create-pool";
import { inTransaction } from "@kanban/messaging/in-transaction";
import { startListener } from "@kanban/messaging/listen";
import { mailboxPurpose } from "@kanban/messaging/mailbox-purpose";
import { sealSecret } from "@kanban/messaging/sealed-secret";
import type { WorkLoop } from "@kanban/messaging/work-loop";
import { parseAllowList } from "@kanban/safe-fetch/allow-list";
import { workerDbTest } from "@kanban/testing/database-tests";
import { type ImapServer, startImapServer } from "@kanban/testing/imap-server";
import type { Pool } from "pg";
import { pino } from "pino";
import { settleMail } from "../mailbox/mail.repository.ts";
import { keepMailbox } from "../mailbox/mailbox.repository.ts";
import type { ImapDoor } from "../mailbox/open-imap.ts";
import { startMailboxes } from "../mailbox/start-mailboxes.ts";

export const mailKey = "a key of these tests, thirty-two signs and more";

type Told = InstanceEventPayload<"mailbox.changed">;

type StartOptions = { allow?: string; pollMs?: number; fetchMs?: number } & Partial<Pick<ImapDoor, "key" | "resolve">>;

/** Everything around followed mailboxes, none of them followed until `start`. */
export type MailboxRig = {
  pool: Pool;
  storage: FileStorage;
  imap: ImapServer;
  mailboxId: string;
  /** Tells of the mailbox on the server, as the API does. */
  tell: (changes?: Partial<Told>) => Promise<void>;
  /** Follows mailboxes as a worker process does; may be called twice, for two of them. */
  start: (options?: StartOptions) => WorkLoop;
  /** What has been told to the API, by type. */
  told: <Payload>(type: string) => Promise<Payload[]>;
  mails: () => Promise<ReceivedMail[]>;
  /** Answers every mail that was told and not answered, as the API does once it is captured. */
  settle: (outcome?: "captured" | "quarantined" | "discarded" | "ignored") => Promise<number>;
};

export const mailboxTest = workerDbTest.extend<{ rig: MailboxRig }>({
  rig: async ({ workerDatabase }, use) => {
    const url = workerDatabase.url;
    const pool = createPool(url, { name: "test", max: 6, onError: () => {} });
    const listener = startListener({ url, name: "test", onError: () => {} });
    const folder = mkdtempSync(path.join(tmpdir(), "kanban-mails-"));
    const imap = await startImapServer();
    const mailboxId = randomUUID();
    const loops: WorkLoop[] = [];
    let changed = Date.parse("2026-11-29T09:00:00.000Z");
    const storage = openLocalStorage(folder);
    const told = async <Payload>(type: string) => {
      const { rows } = await pool.query<{ payload: Payload }>(
        "SELECT envelope -> 'payload' AS payload FROM event_outbox WHERE type = $1 ORDER BY position",
        [type],
      );
      return rows.map(({ payload }) => payload);
    };
    await use({
      ...{ pool, storage, imap, mailboxId, told },
      tell: (changes = {}) =>
        inTransaction(pool, (tx) =>
          keepMailbox(tx, {
            ...{ mailboxId: mailboxId as never, changedAt: new Date((changed += 1_000)).toISOString() },
            ...{ host: "127.0.0.1", port: imap.port, tls: "none", userName: imap.user, folders: ["INBOX"] },
            ...{ afterCapture: "flag", moveTo: null, fromStart: true },
            sealedPassword: sealSecret(mailKey, mailboxPurpose(mailboxId), imap.password),
            ...changes,
          }),
        ),
      start: (options = {}) => {
        const { allow = `127.0.0.1:${imap.port}`, pollMs = 60_000, fetchMs = 60_000, ...door } = options;
        const started = startMailboxes({
          ...{ pool, storage, listener, url, pollMs, fetchMs, now: () => new Date(), log: pino({ level: "silent" }) },
          door: { key: mailKey, ...door, allow: parseAllowList(allow) },
        });
        let stopped: Promise<void> | undefined;
        const loop = { ...started, stop: () => (stopped ??= started.stop()) };
        loops.push(loop);
        return loop;
      },
      mails: () => told<ReceivedMail>("mail.received"),
      settle: async (outcome = "captured") => {
        const { rows } = await pool.query<{ id: string }>("SELECT id FROM mail WHERE outcome IS NULL");
        for (const { id } of rows) {
          const settled = { mailId: id, mailboxId: mailboxId as never, outcome };
          await inTransaction(pool, (tx) => settleMail(tx, settled));
        }
        return rows.length;
      },
    });
    await Promise.all(loops.map((loop) => loop.stop()));
    await imap.stop();
    await listener.stop();
    await pool.end();
    rmSync(folder, { recursive: true });
  },
});

/** A mail as it lies on a server. */
export function letter(subject: string, changes: { id?: string; headers?: string[]; body?: string } = {}): string {
  const { id = `${randomUUID()}@example.com`, headers = [], body = "Slate lasts." } = changes;
  return [
    ...["From: Bob <bob@example.com>", "To: ada@example.com", `Subject: ${subject}`, `Message-ID: <${id}>`],
    ...["Date: Sun, 29 Nov 2026 09:00:00 +0000", ...headers, "", body],
  ].join("\r\n");
}
