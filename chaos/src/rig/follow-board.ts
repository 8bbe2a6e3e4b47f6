import { setTimeout as delay } from "node:timers/promises";
import type { StreamMessage } from "@kanban/api/sync/stream-boards";
import type { Random } from "@kanban/demo/random";
import { applyChange } from "@kanban/domain/apply-change";
import { type BoardSnapshot, type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import { ask, type ChaosBoard } from "./person.ts";
import { readServerSentEvents } from "./read-server-sent-events.ts";
import { untilDone } from "./until-done.ts";

/** A client that holds a board and lives from its stream alone, as a browser does. */
export type Follower = {
  board: ChaosBoard;
  view(): BoardView | null;
  /** Events that were missing or came twice on one stream. */
  wrong: readonly string[];
  counts: { streams: number; resets: number; events: number };
  /** Ends the connection at once, or stops reading from it for a while, as a phone in a tunnel does. */
  disturb(how: "drop" | "stall"): void;
  stop(): Promise<void>;
};

const stallMs = 1_500;
/** One stream in so many is asked for with a place that says nothing, and must begin anew. */
const garbageEvery = 10;

/** Follows a board until stopped: a snapshot, then streams that each go on where the last one broke. */
export function followBoard(apiUrl: string, board: ChaosBoard, random: Random): Follower {
  const wrong: string[] = [];
  const counts = { streams: 0, resets: 0, events: 0 };
  let view: BoardView | null = null;
  let connection = new AbortController();
  let stalledUntil = 0;
  let isStopped = false;

  const take = (message: StreamMessage): boolean => {
    if (message.kind !== "delta" || !view) {
      counts.resets += 1;
      view = null;
      return false;
    }
    for (const { seq, change } of message.events) {
      if (seq !== view.seq + 1) {
        wrong.push(`a stream told ${seq} to somebody at ${view.seq}`);
        view = null;
        return false;
      }
      view = { ...applyChange(view, change), seq };
      counts.events += 1;
    }
    return true;
  };

  const listen = async (at: BoardView, signal: AbortSignal) => {
    const url = new URL("/api/trpc/sync.stream", apiUrl);
    const boards = [{ boardId: board.id, since: at.seq, epoch: at.epoch }];
    url.searchParams.set("input", JSON.stringify({ boards }));
    if (random.between(1, garbageEvery) === 1) url.searchParams.set("lastEventId", "nobody's place");
    const headers = { cookie: board.person.cookie, accept: "text/event-stream" };
    const response = await fetch(url, { headers, signal });
    if (!response.ok || !response.body) return;
    counts.streams += 1;
    for await (const { event, data } of readServerSentEvents(response.body)) {
      if (event === "message" && !take(JSON.parse(data) as StreamMessage)) return;
      if (stalledUntil > performance.now()) await delay(stalledUntil - performance.now());
    }
  };

  const live = async () => {
    while (!isStopped) {
      connection = new AbortController();
      const { signal } = connection;
      view ??= viewOfSnapshot(
        await untilDone(() => ask<BoardSnapshot>(board.person, "board.snapshot", { boardId: board.id })),
      );
      // A broken connection is what this is about.
      await listen(view, signal).catch(() => {});
      connection.abort();
      if (!isStopped) await delay(random.between(0, 200));
    }
  };
  const living = live();
  return {
    board,
    view: () => view,
    wrong,
    counts,
    disturb(how) {
      if (how === "drop") connection.abort();
      else stalledUntil = performance.now() + stallMs;
    },
    async stop() {
      isStopped = true;
      connection.abort();
      await living;
    },
  };
}
