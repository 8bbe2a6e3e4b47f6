import { setTimeout as delay } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type BoardSnapshot, type BoardView, viewOfSnapshot } from "@kanban/domain/board-view";
import { breakThings } from "../rig/break-things.ts";
import { changeBoards } from "../rig/change-boards.ts";
import { type Follower, followBoard } from "../rig/follow-board.ts";
import { openPlainRig } from "../rig/open-rig.ts";
import { ask, type ChaosBoard } from "../rig/person.ts";
import { settleAndJudge } from "../rig/settle-and-judge.ts";
import type { Scenario } from "../scenario.ts";

/** reliability.md R6. */
const sizes = {
  quick: { boards: 2, lanesPerBoard: 2, commands: 600, seconds: 8, followers: 6, disturbances: 40, restarts: 2 },
  full: { boards: 5, lanesPerBoard: 2, commands: 12_000, seconds: 240, followers: 50, disturbances: 500, restarts: 10 },
};
/** A stream looks by itself every two seconds, a lost connection is tried again at once. */
const caughtUpWithinMs = 15_000;

/** Clients live from their streams alone, which break in every way, and end with the board the database has. */
export const liveStreams: Scenario = {
  id: "R6",
  promise: "live boards end equal to the database through broken streams and restarts, without a gap or a double",
  run: async (context) => {
    const size = sizes[context.size];
    const rig = await openPlainRig({ name: "r6", nodeArgs: context.nodeArgs });
    const done = new AbortController();
    const followers: Follower[] = [];
    try {
      const follow = (boards: readonly ChaosBoard[]) => {
        for (let n = 0; n < size.followers; n++)
          followers.push(followBoard(rig.apiUrl, boards[n % boards.length]!, context.random));
      };
      const clients = changeBoards(rig, [rig.apiUrl], size, context, done.signal, follow);
      // Awaited below, when the faults are over.
      clients.catch(() => {});
      const progress = () => rig.ledger.entries().length / size.commands;
      const blows = { kills: size.restarts, crashes: 0, bursts: 0, lostAnswers: 0 };
      const faults = breakThings(rig, { apis: [rig.api], workers: [] }, blows, progress, context);
      for (let n = 0; n < size.disturbances; n++) {
        while (progress() < n / size.disturbances) await delay(20);
        const follower = followers[context.random.between(0, followers.length - 1)];
        follower?.disturb(context.random.next() < 0.7 ? "drop" : "stall");
      }
      await Promise.all([clients, faults]);
      const { wrong, drainedMs } = await settleAndJudge(rig, context);
      const caughtUpMs = await untilEqual(followers, wrong);
      wrong.push(...followers.flatMap((follower) => follower.wrong));
      const sum = (key: keyof Follower["counts"]) => followers.reduce((total, { counts }) => total + counts[key], 0);
      const figures = {
        followers: followers.length,
        streams: sum("streams"),
        events: sum("events"),
        resets: sum("resets"),
      };
      return { wrong, figures: { ...figures, ...(await faults), drainedMs, caughtUpMs } };
    } finally {
      done.abort();
      await Promise.all(followers.map((follower) => follower.stop()));
      await rig.stop();
    }
  },
};

/** Waits until every client has the board as it is, and answers how long that took; says which never had. */
async function untilEqual(followers: readonly Follower[], wrong: string[]): Promise<number> {
  const begin = performance.now();
  const truths = new Map<string, BoardView>();
  for (const { board } of followers) {
    if (truths.has(board.id)) continue;
    truths.set(
      board.id,
      viewOfSnapshot(await ask<BoardSnapshot>(board.person, "board.snapshot", { boardId: board.id })),
    );
  }
  for (const [index, follower] of followers.entries()) {
    const truth = truths.get(follower.board.id)!;
    while (!isEqual(follower.view(), truth) && performance.now() - begin < caughtUpWithinMs) await delay(50);
    if (!isEqual(follower.view(), truth))
      wrong.push(`client ${index} has the board at ${follower.view()?.seq}, not as it is at ${truth.seq}`);
  }
  return Math.round(performance.now() - begin);
}

function isEqual(view: BoardView | null, truth: BoardView): boolean {
  return view !== null && isDeepStrictEqual({ ...view, gone: {} }, truth);
}
