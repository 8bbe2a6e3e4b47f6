import type { ScenarioContext } from "../../scenario.ts";
import type { Ground } from "./ground.ts";
import { killPointsOf, type Targets } from "./kill-points.ts";
import { moveUnderWrites, type Outcome } from "./move-under-writes.ts";
import type { Writers } from "./old-application.ts";
import { productWorks } from "./product-works.ts";
import { lookAtOld, rollBack } from "./roll-back.ts";
import { lastWords, runCommand } from "./run-command.ts";

type Asked = {
  targets: Targets;
  writers: Writers;
  /** Another move after it, which nobody kills: for the figures. */
  isFollowed: boolean;
};

/**
 * One move, killed at every step in turn while the old application works. The product is then used, and what people did
 * with it is rolled back only when asked to discard it.
 */
export async function chainOfKills(
  ground: Ground,
  { targets, writers, isFollowed }: Asked,
  context: ScenarioContext,
): Promise<Outcome[]> {
  const subject = await ground.open(targets);
  try {
    const { catalog } = await lookAtOld(subject);
    const moved = await moveUnderWrites({ ground, subject, points: killPointsOf(targets), writers }, context);
    // What did not come right is not to be used.
    if (moved.wrong.length > 0) return [moved];
    const wrong = await productWorks(subject);
    const { content } = await lookAtOld(subject, []);
    const refused = await runCommand(subject, ["--rollback"], context);
    if (refused.code !== refusedCode) wrong.push(`a rollback of what people did here: ${lastWords(refused)}`);
    const before = { content, catalog };
    // Whatever it began with, by now there is a schema.
    const undone = await rollBack(
      { ground, subject, before, targets: "deployed", args: ["--discard"], cutOffMs: null },
      context,
    );
    const figures = { ...moved.figures, rollbackSeconds: undone.seconds };
    const chain = { wrong: [...wrong, ...undone.wrong], figures };
    return isFollowed ? [chain, await moveUnderWrites({ ground, subject, points: [], writers }, context)] : [chain];
  } finally {
    await subject.drop();
  }
}

/** The command's exit code for what it refuses before it changes anything. */
const refusedCode = 5;
