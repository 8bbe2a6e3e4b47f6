import { judge } from "../oracles/judge.ts";
import type { Rig } from "./open-rig.ts";
import { untilQuiet } from "./until-quiet.ts";

/** Everything that was under way must be done so long after the last fault. */
const drainedWithinMs = 30_000;
const patienceMs = 90_000;
/** A planted bug may keep things under way for ever: what has not moved for so long never will. */
const stuckMs = 5_000;

/**
 * Waits until nothing is under way and asks the oracles. What never becomes quiet is a finding like theirs; they are
 * asked all the same, for they say what it was.
 */
export async function settleAndJudge(
  rig: Pick<Rig, "databases" | "ledger" | "surprises">,
  { hasPlantedBug }: { hasPlantedBug: boolean },
): Promise<{ wrong: string[]; drainedMs: number }> {
  const begin = performance.now();
  const wrong: string[] = [];
  await untilQuiet(rig, patienceMs, hasPlantedBug ? stuckMs : patienceMs).catch((error: Error) =>
    wrong.push(error.message),
  );
  const drainedMs = Math.round(performance.now() - begin);
  wrong.push(...(await judge(rig)), ...rig.surprises());
  if (drainedMs > drainedWithinMs) wrong.push(`drained ${drainedMs} ms after the last change`);
  return { wrong, drainedMs };
}
