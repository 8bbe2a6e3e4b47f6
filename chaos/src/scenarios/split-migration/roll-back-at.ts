import type { ScenarioContext } from "../../scenario.ts";
import type { Ground } from "./ground.ts";
import { drawKill, type KillPoint, type Targets } from "./kill-points.ts";
import { moveUnderWrites, type Outcome } from "./move-under-writes.ts";
import type { Writers } from "./old-application.ts";
import { lookAtOld, rollBack } from "./roll-back.ts";
import { lastWords, runCommand } from "./run-command.ts";

type Asked = {
  /** Where the first move ends; `null`: it is through. */
  point: KillPoint | null;
  /** Where the second is killed, once. */
  again: KillPoint;
  targets: Targets;
  writers: Writers;
};

/** A move that is killed at a step and rolled back, and then another one, under writes and killed as well. */
export async function rollBackAt(
  ground: Ground,
  { point, again, targets, writers }: Asked,
  context: ScenarioContext,
): Promise<Outcome> {
  const { random, nodeArgs, say } = context;
  const subject = await ground.open(targets);
  try {
    const before = await lookAtOld(subject);
    const begun = await runCommand(subject, [], { nodeArgs, ...(point && { kill: drawKill(point, random) }) });
    say(`${subject.name}: ${lastWords(begun)}`);
    const wrong = begun.isKilled || begun.code === 0 ? [] : [`the first move: ${lastWords(begun)}`];
    const cutOffMs = random.next() < 0.5 ? random.between(200, 700) : null;
    const undone = await rollBack({ ground, subject, before, targets, cutOffMs }, context);
    const moved = await moveUnderWrites({ ground, subject, points: [again], writers }, context);
    return {
      wrong: [...wrong, ...undone.wrong, ...moved.wrong],
      figures: {
        ...moved.figures,
        kills: Number(begun.isKilled) + moved.figures.kills,
        rollbackSeconds: undone.seconds,
      },
    };
  } finally {
    await subject.drop();
  }
}
