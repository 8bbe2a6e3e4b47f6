import type { ActorContext } from "../context.ts";
import { countQuarantined } from "../quarantine/quarantine.repository.ts";
import { listMailboxRows } from "./mailbox.repository.ts";

/** The person's mailboxes as they see them: all but what opens them. */
export async function listMailboxes({ db, actor, mailKey }: ActorContext) {
  const rows = await listMailboxRows(db, actor.userId);
  return {
    /** Whether this instance can keep passwords of mailboxes at all. */
    isOn: mailKey !== undefined,
    /** Mails that wait for a decision. */
    waiting: await countQuarantined(db, actor.userId),
    mailboxes: rows.map(({ userId: _userId, sealedSecret: _secret, createdAt, changedAt, reportedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      changedAt: changedAt.toISOString(),
      reportedAt: reportedAt?.toISOString() ?? null,
      lastMailAt: row.lastMailAt?.toISOString() ?? null,
    })),
  };
}
