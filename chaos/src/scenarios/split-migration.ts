import { randomFrom } from "@kanban/demo/random";
import type { Scenario, ScenarioContext } from "../scenario.ts";
import { addUp } from "./split-migration/add-up.ts";
import { chainOfKills } from "./split-migration/chain-of-kills.ts";
import { type Ground, type OldSize, openGround } from "./split-migration/ground.ts";
import { type KillPoint, killPointsOf, type Targets } from "./split-migration/kill-points.ts";
import type { Outcome } from "./split-migration/move-under-writes.ts";
import type { Writers } from "./split-migration/old-application.ts";
import { rollBackAt } from "./split-migration/roll-back-at.ts";

type Case = { name: string; play(ground: Ground, context: ScenarioContext): Promise<Outcome[]> };

const few: Writers = { connections: 1, pauseMs: 250 };
const some: Writers = { connections: 2, pauseMs: 300 };
const many: Writers = { connections: 4, pauseMs: 100 };

const small: OldSize = { boards: 4, tasks: 400, events: 2_500 };
const middle: OldSize = { boards: 12, tasks: 10_000, events: 60_000 };
const large: OldSize = { boards: 40, tasks: 100_000, events: 1_000_000 };

const killPoints = killPointsOf("deployed");
/** Where a move may be when it is rolled back; `null`: through. */
const ends: readonly (KillPoint | null)[] = [...killPoints, null];

/**
 * reliability.md R11: the predecessor's database is moved by the command an operator runs, while its application goes on.
 * Wherever the command is killed it comes to the same end, or can be undone.
 */
export const splitMigration: Scenario = {
  id: "R11",
  promise: "the predecessor's database is moved whole, or is as it was, wherever the move is killed",
  run: async (context) => {
    const { random, size } = context;
    const outcomes: (Outcome & { name: string })[] = [];
    const play = async (on: OldSize, cases: readonly Case[]) => {
      const ground = await openGround(random.between(1, 1_000_000), on);
      try {
        const waiting = cases.filter(({ name }) => context.isWanted(name));
        const lane = async () => {
          for (let one = waiting.shift(); one; one = waiting.shift()) {
            const own = { ...context, random: randomFrom(String(random.next())) };
            for (const outcome of await one.play(ground, own)) outcomes.push({ name: one.name, ...outcome });
          }
        };
        // Two: a move spends half of its time on starting, and waiting for the disk.
        await Promise.all([lane(), lane()]);
      } finally {
        await ground.stop();
      }
    };
    if (size === "quick")
      await play(small, [chain("deployed", few), undone(random.pick(ends), random.pick(killPoints), few)]);
    else {
      // The second move is killed elsewhere than the first.
      const steps = ends.map((end, index) => undone(end, killPoints[(index + 5) % killPoints.length]!, some));
      const deploying = killPointsOf("empty").find(({ name }) => name === "deploy")!;
      await play(middle, [...steps, undone(deploying, deploying, some, "empty")]);
      await play(large, [chain("empty", many, 6)]);
    }
    return addUp(outcomes);
  },
};

/** Killed at every step; people work on so many of the boards, everywhere when left out. */
const chain = (targets: Targets, writers: Writers, onBoards?: number): Case => ({
  name: "chain of kills",
  play: (ground, context) => {
    const where = onBoards === undefined ? {} : { boardIds: ground.boardIds.slice(0, onBoards) };
    const isFollowed = context.size === "full";
    return chainOfKills(ground, { targets, writers: { ...writers, ...where }, isFollowed }, context);
  },
});

const undone = (point: KillPoint | null, again: KillPoint, writers: Writers, targets: Targets = "deployed"): Case => ({
  name: `roll back ${point ? `at ${point.name}` : "a finished move"}${targets === "empty" ? " into empty databases" : ""}`,
  play: async (ground, context) => [await rollBackAt(ground, { point, again, targets, writers }, context)],
});
