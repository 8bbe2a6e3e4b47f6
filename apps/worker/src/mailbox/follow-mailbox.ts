import { mailboxReported } from "@kanban/events/mailbox-events";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { backoffMs } from "@kanban/messaging/backoff";
import { inTransaction } from "@kanban/messaging/in-transaction";
import type { ImapFlow, MailboxObject } from "imapflow";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { instanceEventOf } from "../bridge/instance-event.ts";
import { appendOutbox } from "../jobs/agent-run.repository.ts";
import { finishMessages } from "./finish-messages.ts";
import { markOf } from "./folder.repository.ts";
import type { FollowedMailbox } from "./mailbox.repository.ts";
import { type Fault, FaultError, faultOf } from "./mailbox-fault.ts";
import { type ImapDoor, openImap } from "./open-imap.ts";
import { takeMessages } from "./take-messages.ts";

export type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export type FollowDeps = {
  pool: Pool;
  storage: Pick<FileStorage, "put">;
  door: ImapDoor;
  /** Lets one mail at a time be read, whichever mailbox it is of. Nothing in it waits for a server of somebody's. */
  turn: Turn;
  /** Lets one large mail at a time be fetched and in memory. Who waits for it waits for servers. */
  largeTurn: Turn;
  /** How long a server may take to begin with a message; see `fetchSource`. */
  fetchMs: number;
  isStopping: () => boolean;
  /** The folder is looked at so often, whether or not the server says that something has come. */
  pollMs: number;
  now: () => Date;
  log: Logger;
};

export type Follower = {
  changedAt: Date;
  /** Something may be to do. */
  wake(): void;
  /** Ends with the message in hand, or without it when its server keeps it waiting. */
  stop(): Promise<void>;
};

/** A server that refuses a password locks who asks too often: half an hour is the longest pause, a second the shortest. */
const pauses = { baseMs: 1_000, capMs: 30 * 60_000 };
/** A message in hand is there within that, unless its server is slow: then it is read again later. */
const graceMs = 2_000;

/**
 * Follows a mailbox: waits at its first folder (IDLE), looks at all of them whenever something has come and every
 * `pollMs`, takes what is new and finishes what was captured. It never ends by an error: that is told, and after a pause
 * that grows it begins anew. Only one follower of a mailbox may run at a time.
 */
export function followMailbox(mailbox: FollowedMailbox, given: Omit<FollowDeps, "isStopping">): Follower {
  let isStopping = false;
  let hasNews = false;
  let endPause = () => {};
  const ending = new AbortController();
  let rounds = 0;
  const deps: FollowDeps = { ...given, isStopping: () => isStopping };
  const { pool, log, now, pollMs } = deps;
  const facts = { mailboxId: mailbox.id, component: "mailbox" };
  /** As it was told last; `undefined` before the first time. */
  let told: string | null | undefined;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const wake = () => {
    hasNews = true;
    endPause();
  };

  const report = async (fault: Fault | null) => {
    const reason = fault?.reason ?? null;
    if (reason === told) return;
    const payload = {
      mailboxId: mailbox.id as never,
      changedAt: mailbox.changedAt.toISOString(),
      reportedAt: now().toISOString(),
      fault,
    };
    await inTransaction(pool, (tx) => appendOutbox(tx, [instanceEventOf(mailboxReported, payload)]));
    told = reason;
  };

  const round = async (client: ImapFlow) => {
    // The one that is waited at comes last and stays open.
    for (const path of mailbox.folders.toReversed()) {
      if (isStopping) return;
      const opened = await openFolder(client, path);
      const place = { path, uidValidity: opened.uidValidity, uidNext: opened.uidNext };
      const mark = await markOf(pool, mailbox, place, now());
      await takeMessages(client, mailbox, path, mark, deps);
      await finishMessages(client, mailbox, { path, uidValidity: mark.uidValidity }, deps);
    }
  };

  /** Ends with the connection, or when it is to stop. */
  const serve = async (client: ImapFlow) => {
    const closed = new Promise<never>((_, reject) => {
      client.on("error", reject);
      client.on("close", () => reject(new FaultError("connection", "The connection has ended")));
    });
    closed.catch(() => {});
    client.on("exists", wake);
    while (!isStopping) {
      hasNews = false;
      await Promise.race([round(client), closed]);
      rounds += 1;
      await report(null);
      if (isStopping) return;
      if (hasNews) continue;
      // The next command ends it; a server without it is asked by `pollMs`.
      const idling = client.idle().catch(() => {});
      await Promise.race([pause(pollMs), closed]);
      void idling;
    }
  };

  const run = async () => {
    for (let failures = 0; !isStopping;) {
      let client: ImapFlow | null = null;
      const begun = { at: performance.now(), rounds };
      try {
        client = await openImap(mailbox, deps.door, ending.signal);
        await serve(client);
      } catch (error) {
        if (isStopping) break;
        const fault = faultOf(error);
        log.warn({ ...facts, reason: fault.reason, err: error }, "a mailbox cannot be followed");
        await report(fault).catch((failure: unknown) => log.warn({ ...facts, err: failure }, "that could not be told"));
        // What worked for a while has not failed often.
        failures = rounds > begun.rounds && performance.now() - begun.at > pollMs ? 1 : failures + 1;
        if (!isStopping) await pause(backoffMs(failures, pauses));
      } finally {
        client?.close();
      }
    }
  };
  const ended = run();

  return {
    changedAt: mailbox.changedAt,
    wake,
    stop: () => {
      isStopping = true;
      endPause();
      const timer = setTimeout(() => ending.abort(), graceMs);
      return ended.finally(() => clearTimeout(timer));
    },
  };
}

async function openFolder(client: ImapFlow, path: string): Promise<MailboxObject> {
  try {
    return await client.mailboxOpen(path);
  } catch (error) {
    const { reason, detail } = faultOf(error);
    throw reason === "other" ? new FaultError("folder", `${path}: ${detail}`) : error;
  }
}
