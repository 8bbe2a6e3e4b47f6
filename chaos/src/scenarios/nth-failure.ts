import { boardsAreWhole } from "../oracles/boards-are-whole.ts";
import type { Scenario, ScenarioContext } from "../scenario.ts";
import { type RoundTripFailure, roundTripFailures } from "../wire/round-trip-fault.ts";
import { prepareDigest } from "./nth-failure/digest-board.ts";
import { failInTurn } from "./nth-failure/fail-in-turn.ts";
import { openSubject } from "./nth-failure/open-subject.ts";
import { procedures } from "./nth-failure/wishes.ts";

/** Of the small size: so many mutations, each failing in one way, and every way occurs. */
const quickMutations = 10;

/** Each round trip of each mutation fails in each way; a change is done or not, and asking again does it once. */
export const nthFailure: Scenario = {
  id: "R2b",
  promise: "whichever round trip of a change fails, it is done wholly or not at all, and a retry does it once",
  run: async (context) => {
    const chosen = choose(context);
    const subject = await openSubject();
    try {
      const digest = await prepareDigest(subject.pool);
      const wrong: string[] = [];
      let cases = 0;
      for (const { procedure, kind } of chosen) {
        const begin = performance.now();
        const found = await failInTurn({ subject, digest }, procedure, kind);
        cases += found.cases;
        wrong.push(...found.wrong);
        context.say(`${procedure} ${kind}: ${found.cases} cases, ${Math.round(performance.now() - begin)} ms`);
      }
      wrong.push(...(await boardsAreWhole({ databases: { api: subject.pool } })));
      const mutations = new Set(chosen.map(({ procedure }) => procedure)).size;
      const ways = new Set(chosen.map(({ kind }) => kind)).size;
      return { wrong, figures: { mutations, ways, cases } };
    } finally {
      await subject.stop();
    }
  },
};

function choose({ size, random, isWanted }: ScenarioContext): { procedure: string; kind: RoundTripFailure }[] {
  const left = procedures.filter(isWanted);
  if (size === "full") return left.flatMap((procedure) => roundTripFailures.map((kind) => ({ procedure, kind })));
  return Array.from({ length: Math.min(quickMutations, left.length) }, (_, index) => ({
    procedure: left.splice(random.between(0, left.length - 1), 1)[0]!,
    kind: roundTripFailures[index % roundTripFailures.length]!,
  }));
}
