import type { Subject } from "./ground.ts";
import type { Kill } from "./kill-points.ts";
import { lastWords, type Run, runCommand } from "./run-command.ts";
import type { ScenarioContext } from "../../scenario.ts";

/** The last run of a move, how often it was killed before that, and what went otherwise than asked. */
export type Moved = { last: Run; kills: number; wrong: string[] };

/** These are shorter than a kill takes, now and then. */
const mayBeLate = /^(seal|report)$/;

/** Begins a move, ends it at each of `kills` in turn, goes on each time with `--resume`, at last to the end. */
export async function moveThroughKills(
  subject: Subject,
  kills: readonly Kill[],
  { nodeArgs, say }: Pick<ScenarioContext, "nodeArgs" | "say">,
): Promise<Moved> {
  const wrong: string[] = [];
  let killed = 0;
  let isBegun = false;
  const run = async (kill?: Kill) => {
    const done = await runCommand(subject, isBegun ? ["--resume"] : [], { nodeArgs, ...(kill && { kill }) });
    isBegun = true;
    return done;
  };
  for (const kill of kills) {
    const done = await run(kill);
    say(`${subject.name}, ${kill.name} + ${kill.afterMs} ms: ${done.seconds.toFixed(1)} s, ${lastWords(done)}`);
    if (done.isKilled) killed += 1;
    else if (done.code === 0 && mayBeLate.test(kill.name)) return { last: done, kills: killed, wrong };
    else wrong.push(`not killed at ${kill.name}: ${lastWords(done)}`);
  }
  const last = await run();
  say(`${subject.name}, to the end: ${last.seconds.toFixed(1)} s, ${lastWords(last)}`);
  return { last, kills: killed, wrong };
}
