import { randomUUID } from "node:crypto";
import net from "node:net";
import pg from "pg";
import { backoffMs } from "./backoff.ts";

/** `null`: the connection is new, and what was said before it came may have been missed. */
export type OnNotify = (payload: string | null) => void;

export type Listener = {
  /** Hears one channel until the returned function is called. Any number of subscribers share the connection. */
  subscribe(channel: string, onNotify: OnNotify): () => void;
  isConnected(): boolean;
  stop(): Promise<void>;
};

/**
 * One LISTEN connection for the whole process. It comes back by itself after any loss (capped, jittered pauses) and
 * finds out about connections that died silently by sending itself a NOTIFY: TCP alone may take minutes to say so.
 * Notifications are hints; whoever relies on them also looks by itself from time to time.
 */
export function startListener({
  url,
  name,
  onError,
  presence,
  pingEveryMs = 5_000,
  pongWithinMs = 5_000,
}: {
  url: string;
  /** Shown in pg_stat_activity. */
  name: string;
  onError: (error: unknown) => void;
  /** An advisory lock that the connection shares with others for as long as it lives. */
  presence?: readonly [space: number, lock: number];
  pingEveryMs?: number;
  pongWithinMs?: number;
}): Listener {
  const subscribers = new Map<string, Set<OnNotify>>();
  // PostgreSQL channels are the database's, so each listener pings itself on a channel of its own.
  const pingChannel = `ping_${randomUUID().replaceAll("-", "")}`;
  let stopping = false;
  let connected: pg.Client | null = null;
  let socket = new net.Socket();
  let endPause = () => {};
  let heardPing = () => {};

  const tell = (onNotify: OnNotify, payload: string | null) => {
    try {
      onNotify(payload);
    } catch (error) {
      onError(error);
    }
  };

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** Rejects with why the connection ended. */
  const serve = async (client: pg.Client) => {
    const lost = new Promise<never>((_, reject) => {
      client.on("error", reject);
      client.on("end", () => reject(new Error("The LISTEN connection ended")));
    });
    // Awaited only by the races below; a loss between two of them must not count as unhandled.
    lost.catch(() => {});
    client.on("notification", ({ channel, payload }) => {
      if (channel === pingChannel) heardPing();
      for (const onNotify of subscribers.get(channel) ?? []) tell(onNotify, payload ?? "");
    });
    await Promise.race([client.connect(), lost]);
    if (presence) await client.query("SELECT pg_advisory_lock_shared($1, $2)", [...presence]);
    // From here on `subscribe` listens by itself, so that no channel falls between it and this loop.
    connected = client;
    for (const channel of [pingChannel, ...subscribers.keys()]) {
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    }
    for (const group of subscribers.values()) for (const onNotify of group) tell(onNotify, null);
    while (!stopping) {
      await Promise.race([pause(pingEveryMs), lost]);
      if (stopping) return;
      const pong = new Promise<void>((resolve) => {
        heardPing = resolve;
      });
      const silent = new Promise<never>((_, reject) => {
        const timer = setTimeout(() => reject(new Error("The LISTEN connection no longer answers")), pongWithinMs);
        timer.unref();
        void pong.then(() => clearTimeout(timer));
      });
      silent.catch(() => {});
      client.query("SELECT pg_notify($1, '')", [pingChannel]).catch(() => {});
      await Promise.race([pong, silent, lost]);
    }
  };

  const run = async () => {
    let failures = 0;
    while (!stopping) {
      socket = new net.Socket();
      const client = new pg.Client({
        connectionString: url,
        application_name: name,
        stream: () => socket,
        keepAlive: true,
        keepAliveInitialDelayMillis: 10_000,
        connectionTimeoutMillis: 5_000,
        // The pings below find a dead connection; this one that dies between connecting and the first of them.
        query_timeout: pongWithinMs,
      });
      try {
        await serve(client);
      } catch (error) {
        if (!stopping) onError(error);
      }
      failures = connected ? 0 : failures + 1;
      connected = null;
      // Not `end()`: on a dead connection its goodbye would never be answered.
      socket.destroy();
      if (!stopping) await pause(backoffMs(failures));
    }
  };
  const ended = run();

  return {
    subscribe: (channel, onNotify) => {
      let group = subscribers.get(channel);
      if (!group) {
        group = new Set();
        subscribers.set(channel, group);
        const client = connected;
        client?.query(`LISTEN ${client.escapeIdentifier(channel)}`).then(() => tell(onNotify, null), onError);
      }
      group.add(onNotify);
      // Channels are few and fixed: one that nobody hears any more stays open.
      return () => group.delete(onNotify);
    },
    isConnected: () => connected !== null,
    stop: async () => {
      stopping = true;
      endPause();
      socket.destroy();
      await ended;
    },
  };
}
