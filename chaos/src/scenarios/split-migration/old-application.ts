import { setTimeout as delay } from "node:timers/promises";
import { randomFrom, type Random } from "@kanban/demo/random";
import { workOn } from "@kanban/testing/predecessor/old-application";
import pg from "pg";

/** The predecessor's application at work: what it was told is done, and when it was told that it may not write any more. */
export type OldApplication = {
  /** What was acknowledged, one line each, as `workOn` says it. */
  acknowledged: readonly string[];
  /** Neither acknowledged nor refused for good: the connection ended, or a lock was not to be had. */
  unanswered: readonly string[];
  /** The longest anybody waited for an answer. */
  longestWaitMs(): number;
  /** Every connection has been refused: the database takes no writes. */
  isRefused(): boolean;
  /** Ends after what is being done; an answer that never comes is given up with the connection. */
  stop(): Promise<void>;
};

/** How busy it is: how many people at a time, how long each rests after a change, and where they work (everywhere). */
export type Writers = { connections: number; pauseMs: number; boardIds?: readonly string[] };

/** PostgreSQL's word for a write in a database that only reads. */
const readOnly = "25006";

/** Lets people work, each on a connection of their own, until they are refused. */
export function startOldApplication(url: string, random: Random, writers: Writers): OldApplication {
  const { connections, pauseMs, ...where } = writers;
  const over = new AbortController();
  const acknowledged: string[] = [];
  const unanswered: string[] = [];
  let longestWaitMs = 0;
  let refused = 0;
  const work = async (own: Random) => {
    let client: pg.Client | null = null;
    while (!over.signal.aborted) {
      const begin = performance.now();
      try {
        client ??= await connect(url);
        acknowledged.push(await workOn(client, own, where));
      } catch (error) {
        await client?.end().catch(() => {});
        client = null;
        if (error instanceof pg.DatabaseError && error.code === readOnly) {
          refused += 1;
          return;
        }
        unanswered.push(String(error));
      } finally {
        longestWaitMs = Math.max(longestWaitMs, performance.now() - begin);
      }
      await delay(pauseMs);
    }
    await client?.end().catch(() => {});
  };
  const working = Array.from({ length: connections }, () => work(randomFrom(String(random.next()))));
  return {
    acknowledged,
    unanswered,
    longestWaitMs: () => longestWaitMs,
    isRefused: () => refused === connections,
    stop: async () => {
      over.abort();
      await Promise.all(working);
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "old-kanban" });
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** Whether the old database takes a write: it does one thing, or says why not. */
export async function tryToWork(url: string, random: Random): Promise<"done" | "refused"> {
  const client = await connect(url);
  try {
    await workOn(client, random);
    return "done";
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === readOnly) return "refused";
    throw error;
  } finally {
    await client.end();
  }
}
