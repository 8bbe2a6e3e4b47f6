import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { sendCrowd } from "./crowd.ts";
import type { Fault } from "./fault.ts";
import { connectOutsider } from "./outsider.ts";
import type { Scene } from "./scene.ts";

/** Somebody begins a transaction and does not end it. */
async function leaveOpen({ rig }: Scene, ...statements: [string, unknown[]?][]): Promise<() => Promise<void>> {
  const outsider = await connectOutsider(rig.clusters.api.urls.apiDatabaseUrl);
  for (const [text, values] of statements) await outsider.query(text, values);
  return async () => {
    await outsider.query("ROLLBACK");
    await outsider.end();
  };
}

const holdBoards = "SELECT FROM board WHERE id = ANY($1::uuid[]) FOR UPDATE";

export const crowdBehindLock: Fault = {
  name: "a crowd behind one locked board",
  holdMs: 4_000,
  noticed: "busy",
  strike: async (scene) => {
    const board = scene.boards.at(-1)!;
    const end = await leaveOpen(scene, ["BEGIN"], [holdBoards, [[board.id]]]);
    sendCrowd(scene, board.id);
    return end;
  },
};

export const boardsHeld: Fault = {
  name: "a transaction left idle that holds every board",
  holdMs: 6_000,
  noticed: "busy",
  strike: (scene) => leaveOpen(scene, ["BEGIN"], [holdBoards, [scene.boards.map(({ id }) => id)]]),
};

export const oldSnapshot: Fault = {
  name: "a transaction left idle with an old snapshot and an id of its own",
  holdMs: 10_000,
  noticed: "nothing",
  // The id is what a relay would wait for that reads up to the oldest one still open.
  strike: (scene) =>
    leaveOpen(
      scene,
      ["BEGIN ISOLATION LEVEL REPEATABLE READ"],
      ["SELECT count(*), pg_current_xact_id() FROM event_log"],
    ),
  during: async ({ rig }) => {
    const { rows } = await rig.databases.api.query<{ lag: number }>(
      `SELECT coalesce(extract(epoch FROM now() - min(occurred_at)), 0)::float8 AS lag
       FROM event_log WHERE published_at IS NULL`,
    );
    const { lag } = rows[0]!;
    return lag > 5 ? [`an event has waited ${lag} s behind somebody's transaction`] : [];
  },
};

export const readers: Fault = {
  name: "four readers with a snapshot each",
  holdMs: 8_000,
  noticed: "nothing",
  strike: async ({ rig }) => {
    const done = new AbortController();
    const read = async (outsider: pg.Client) => {
      while (!done.signal.aborted) {
        await outsider.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
        for (let n = 0; n < 10 && !done.signal.aborted; n++) {
          await outsider.query("SELECT count(*) FROM event_log JOIN task ON task.board_id = event_log.board_id");
          await delay(100);
        }
        await outsider.query("COMMIT");
      }
      await outsider.end();
    };
    const outsiders = await Promise.all(
      Array.from({ length: 4 }, () => connectOutsider(rig.clusters.api.urls.apiDatabaseUrl)),
    );
    const reading = Promise.all(outsiders.map(read));
    return async () => {
      done.abort();
      await reading;
    };
  },
};
