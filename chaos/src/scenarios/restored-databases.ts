import { setTimeout as delay } from "node:timers/promises";
import type { Side } from "@kanban/local-postgres/roles";
import { measureRecovery } from "../faults/measure-recovery.ts";
import { boardsAreWhole } from "../oracles/boards-are-whole.ts";
import { hintsAreOnce } from "../oracles/hints-are-once.ts";
import { nothingIsSetAside } from "../oracles/nothing-is-set-aside.ts";
import { projectionIsEqual } from "../oracles/projection-is-equal.ts";
import { backUp, type BackupWay } from "../rig/back-up.ts";
import { changeBoards } from "../rig/change-boards.ts";
import { openPlainRig, type Rig } from "../rig/open-rig.ts";
import { newBoard, signUp } from "../rig/person.ts";
import { untilQuiet } from "../rig/until-quiet.ts";
import type { Scenario, ScenarioContext } from "../scenario.ts";

/** What is put back at the same moment; with two, the first was backed up earlier. */
type Round = { side: Side; way: BackupWay }[];

const api = (way: BackupWay) => ({ side: "api" as const, way });
const worker = (way: BackupWay) => ({ side: "worker" as const, way });
/** In quick one of them, another with every seed. */
const rounds: readonly Round[] = [
  [api("database")],
  [worker("folder")],
  [api("folder")],
  [worker("database")],
  [api("database"), worker("database")],
  [worker("database"), api("folder")],
  [api("folder"), worker("folder")],
  [worker("folder"), api("database")],
  [api("database")],
  [worker("database")],
];
const loads = {
  quick: { boards: 3, lanesPerBoard: 2, commands: 150, seconds: 5 },
  full: { boards: 3, lanesPerBoard: 2, commands: 240, seconds: 8 },
};
/** From the last change on. A board that misses an event waits five seconds before it asks for a snapshot. */
const equalWithinMs = 30_000;

/**
 * reliability.md R10: while people work, a database is put back to an earlier moment. What was acknowledged in between
 * is undone, as whoever restores a backup expects; nobody may be left with a trace of it, or without what came before.
 */
export const restoredDatabases: Scenario = {
  id: "R10",
  promise: "put back to an earlier moment under load, alone or both, the databases end equal",
  run: async (context) => {
    const rig = await openPlainRig({ name: "r10", nodeArgs: context.nodeArgs });
    try {
      const wrong: string[] = [];
      let equalMs = 0;
      const played = context.size === "full" ? rounds : [context.random.pick(rounds)];
      for (const round of played) {
        const title = titleOf(round);
        const result = await putBack(rig, round, context);
        context.say(`${title}: equal after ${result.equalMs} ms`);
        wrong.push(...result.wrong.map((line) => `${title}: ${line}`));
        equalMs = Math.max(equalMs, result.equalMs);
      }
      wrong.push(...rig.surprises());
      return { wrong, figures: { restored: played.map(titleOf).join("; "), equalMs } };
    } finally {
      await rig.stop();
    }
  },
};

const titleOf = (round: Round) => round.map(({ side, way }) => `${side} by ${way}`).join(" and ");

async function putBack(
  rig: Rig,
  round: Round,
  context: ScenarioContext,
): Promise<{ wrong: string[]; equalMs: number }> {
  const load = loads[context.size];
  const done = new AbortController();
  const asked = rig.ledger.entries().length;
  const untilShare = async (share: number) => {
    while (rig.ledger.entries().length - asked < share * load.commands) await delay(20);
  };
  const before = await readEpochs(rig);
  const clients = changeBoards(rig, [rig.apiUrl], load, context, done.signal);
  // Awaited below.
  clients.catch(() => {});
  try {
    const restores: (() => Promise<void>)[] = [];
    for (const [index, { side, way }] of round.entries()) {
      await untilShare((index + 1) / 4);
      restores.push(await backUp(rig, side, way));
    }
    await untilShare(3 / 4);
    await Promise.all(restores.map((restore) => restore()));
    await clients;
  } finally {
    done.abort();
  }
  // A folder put back is found out by what arrives, which is looked at every two seconds. And what was just being told
  // to a database when another took its place counts as told, until the next event shows that one is missing before it.
  const board = await newBoard(await signUp(rig.apiUrl));
  const begin = performance.now();
  for (;;) {
    const wrong = await judge(rig, round, before);
    const equalMs = Math.round(performance.now() - begin);
    if (wrong.length === 0 || equalMs > equalWithinMs) return { wrong, equalMs };
    await measureRecovery({ rig, boards: [board] });
  }
}

async function judge(rig: Rig, round: Round, before: Record<Side, string>): Promise<string[]> {
  const wrong: string[] = await untilQuiet(rig, equalWithinMs).then(
    () => [],
    (error: unknown) => [String(error)],
  );
  const after = await readEpochs(rig);
  for (const one of round)
    if (mustBeNoticed(one, round) && after[one.side] === before[one.side])
      wrong.push(`the ${one.side} is in the epoch it was in`);
  for (const oracle of [boardsAreWhole, projectionIsEqual, hintsAreOnce, nothingIsSetAside])
    wrong.push(...(await oracle(rig)));
  return wrong;
}

/**
 * PostgreSQL tells of a database it has put back. Of a folder only the other side can tell, by what it knows beyond it:
 * nothing when it was put back itself, to before; and what a worker has lost it may have said again, under the same ids.
 */
function mustBeNoticed({ side, way }: Round[number], round: Round): boolean {
  return way === "database" || (side === "api" && round.length === 1);
}

async function readEpochs({ databases }: Pick<Rig, "databases">): Promise<Record<Side, string>> {
  const read = async (side: Side) =>
    (await databases[side].query<{ epoch: string }>("SELECT epoch FROM instance")).rows[0]!.epoch;
  return { api: await read("api"), worker: await read("worker") };
}
