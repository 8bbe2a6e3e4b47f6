import { setTimeout as delay } from "node:timers/promises";
import type { ScenarioContext } from "../scenario.ts";
import type { Cluster } from "./cluster.ts";
import type { Rig } from "./open-rig.ts";
import type { Program } from "./program.ts";

/** How often what is struck. */
export type Blows = {
  kills: number;
  crashes: number;
  bursts: number;
  /** Of the clients' connections, through their wire. */
  lostAnswers: number;
};

type Target = { name: string; strike(): Promise<void> };

/**
 * Kills processes, crashes databases and cuts connections; each target one fault at a time, several targets at once.
 * A strike waits until a random share of the work has been asked for, so that none meets idle processes.
 * Resolves when the last one is over and every process is ready; answers how often it did what.
 */
export async function breakThings(
  rig: Pick<Rig, "clusters" | "wires">,
  programs: { apis: readonly Program[]; workers: readonly Program[] },
  { kills, crashes, bursts, lostAnswers }: Blows,
  progress: () => number,
  { random, say }: Pick<ScenarioContext, "random" | "say">,
): Promise<Record<string, number>> {
  const recoveries: number[] = [];
  const { apis, workers } = programs;
  const all = [...apis, ...workers];
  const revive = (program: Program) => ({
    name: `kill ${program.name}`,
    strike: async () => {
      await program.kill();
      await program.start();
    },
  });
  const crash = (cluster: Cluster) => async () => {
    await cluster.down();
    const begin = performance.now();
    await cluster.up();
    await apis[0]?.untilReady().catch(() => {});
    recoveries.push(performance.now() - begin);
  };
  const cut = (cluster: Cluster) => async () => {
    for (let n = 0; n < 5; n++) {
      await cluster.terminate("kanban%").catch(() => 0);
      await delay(100);
    }
  };
  const loseAnswers = async () => {
    rig.wires.clients.cut();
    await delay(20);
    rig.wires.clients.heal();
  };
  const of = (count: number, targets: readonly Target[]) =>
    Array.from({ length: count }, (_, index) => ({
      // By turns: each target gets its share, whatever the seed.
      target: targets[index % targets.length]!,
      // Uniform moments are what a Poisson process with that many strikes looks like.
      at: random.next(),
    }));
  const plan = [
    ...of(kills, all.map(revive)),
    ...of(crashes, [
      { name: "crash the api's PostgreSQL", strike: crash(rig.clusters.api) },
      { name: "crash the worker's PostgreSQL", strike: crash(rig.clusters.worker) },
    ]),
    ...of(bursts, [
      { name: "cut the api's connections", strike: cut(rig.clusters.api) },
      { name: "cut the worker's connections", strike: cut(rig.clusters.worker) },
    ]),
    ...of(lostAnswers, [{ name: "cut the clients' connections", strike: loseAnswers }]),
  ].sort((a, b) => a.at - b.at);
  const busy = new Map<string, Promise<void>>();
  const counts: Record<string, number> = {};
  for (const { target, at } of plan) {
    while (progress() < at) await delay(20);
    const { name } = target;
    counts[name] = (counts[name] ?? 0) + 1;
    say(`after ${Math.round(at * 100)} %: ${name}`);
    busy.set(name, (busy.get(name) ?? Promise.resolve()).then(target.strike));
  }
  await Promise.all(busy.values());
  await Promise.all(all.map((program) => program.untilReady()));
  const recoveredMs = Math.round(Math.max(0, ...recoveries));
  return { ...counts, recoveredMs };
}
