import { advisoryLocks } from "@kanban/messaging/advisory-locks";
import { createPool } from "@kanban/messaging/create-pool";
import { inTransaction } from "@kanban/messaging/in-transaction";
import type { Listener } from "@kanban/messaging/listen";
import { startWorkLoop, type WorkLoop } from "@kanban/messaging/work-loop";
import { limitTo } from "@kanban/safe-fetch/limit-to";
import type { PoolClient } from "pg";
import { type FollowDeps, type Follower, followMailbox } from "./follow-mailbox.ts";
import { tellAgain } from "./mail.repository.ts";
import { listMailboxes, mailboxChannel } from "./mailbox.repository.ts";
import { readPosted } from "./read-posted.ts";

export type MailboxesDeps = Omit<FollowDeps, "turn" | "largeTurn" | "isStopping" | "storage"> & {
  /** Of the worker's database, for the connection that holds the elections. */
  url: string;
  listener: Listener;
  storage: Parameters<typeof readPosted>[0]["storage"];
};

/** How often it is looked for mailboxes nobody follows: one whose worker died is taken over by then. */
const everyMs = 2_000;
/** How often it is looked for mails that were never settled. */
const againMs = 60_000;
/** A process that is frozen, and says nothing on its connection for so long, loses its elections. */
const silenceMs = 30_000;

/**
 * Follows every mailbox that nobody else does, and reads what was posted. Among several workers each mailbox is followed
 * by one: whoever holds its advisory lock, on a connection that holds nothing else.
 */
export function startMailboxes({ url, listener, ...deps }: MailboxesDeps): WorkLoop {
  const { pool, log } = deps;
  const onError = (error: unknown) => log.warn({ err: error, component: "mailboxes" }, "mailboxes wait");
  const elections = createPool(url, { name: "kanban-worker-mailboxes", max: 1, onError });
  const followers = new Map<string, Follower>();
  /** Whose elections are won: the lock would be taken twice, and given back once. */
  const elected = new Set<string>();
  const turns = { turn: limitTo(1), largeTurn: limitTo(1) };
  let holder: PoolClient | null = null;
  let lookedAt = 0;

  const stopAll = async () => {
    await Promise.all([...followers.values()].map((follower) => follower.stop()));
    followers.clear();
  };
  /** Whoever has lost the connection has lost every election. */
  const resign = async () => {
    await stopAll();
    elected.clear();
    holder?.release(true);
    holder = null;
  };

  const follow = async () => {
    const wanted = new Map((await listMailboxes(pool)).map((mailbox) => [mailbox.id, mailbox]));
    // Whoever has no mailbox needs no connection for them.
    if (wanted.size === 0) return resign();
    if (!holder) {
      holder = await elections.connect();
      holder.on("error", onError);
      await holder.query("SELECT set_config('idle_session_timeout', $1, false)", [String(silenceMs)]);
    }
    const ended = [...followers].filter(
      ([id, { changedAt }]) => wanted.get(id)?.changedAt.getTime() !== changedAt.getTime(),
    );
    // All at once: each may take its grace, and the connection must not be silent for the sum of them.
    await Promise.all(ended.map(([, follower]) => follower.stop()));
    for (const [id] of ended) {
      followers.delete(id);
      if (!wanted.has(id) && elected.delete(id))
        await holder.query("SELECT pg_advisory_unlock($1, hashtext($2))", [mailboxSpace, id]);
    }
    // Also says on the connection that this process is alive.
    await holder.query("SELECT 1");
    for (const [id, mailbox] of wanted) {
      if (followers.has(id)) continue;
      if (!elected.has(id) && (await isElected(holder, id))) elected.add(id);
      if (elected.has(id)) followers.set(id, followMailbox(mailbox, { ...deps, ...turns }));
    }
  };

  const loop = startWorkLoop({
    everyMs,
    step: async () => {
      await follow().catch(async (error: unknown) => {
        await resign();
        throw error;
      });
      if (performance.now() - lookedAt > againMs) {
        await inTransaction(pool, tellAgain);
        lookedAt = performance.now();
      }
      return 0;
    },
    onError,
  });
  // By itself: whoever waits for a turn says nothing on the connection of the elections.
  const posted = startWorkLoop({ everyMs, step: () => readPosted({ ...deps, ...turns }), onError });
  const unsubscribe = listener.subscribe(mailboxChannel, (mailboxId) => {
    // `null`: some may have been missed.
    for (const [id, follower] of followers) if (mailboxId === null || mailboxId === id) follower.wake();
    loop.wake();
    posted.wake();
  });
  return {
    ...loop,
    stop: async () => {
      unsubscribe();
      await Promise.all([loop.stop(), posted.stop()]);
      await resign();
      await elections.end();
    },
  };
}

const [mailboxSpace] = advisoryLocks.mailboxes;

async function isElected(client: PoolClient, id: string): Promise<boolean> {
  const { rows } = await client.query<{ isElected: boolean }>({
    text: `SELECT pg_try_advisory_lock($1, hashtext($2)) AS "isElected"`,
    values: [mailboxSpace, id],
  });
  return rows[0]?.isElected ?? false;
}
