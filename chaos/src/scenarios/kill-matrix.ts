import { judge } from "../oracles/judge.ts";
import { openFailpointRig } from "../rig/open-failpoint-rig.ts";
import { newBoard, signUp } from "../rig/person.ts";
import { untilDone } from "../rig/until-done.ts";
import { untilQuiet } from "../rig/until-quiet.ts";
import type { Scenario, ScenarioContext } from "../scenario.ts";
import { type Place, places } from "./kill-matrix/places.ts";
import { type Blow, blows, type MovingStage, strike } from "./kill-matrix/strike.ts";

/** One blow at one place, or two at once: one in each process. */
type Case = { place: Place; blow: Blow }[];

/** Two places each: another half of them with every seed. */
const quickPairs = 13;

/** Whatever was under way is done so long after the blow, jobs of a stopped worker included. */
const quietWithinMs = 60_000;

/** Every named place is struck in every way; nothing acknowledged is lost, nothing is done twice. */
export const killMatrix: Scenario = {
  id: "R2",
  promise: "whoever dies, fails or hangs at any named place, nothing is lost and nothing is done twice",
  run: async (context) => {
    const begin = performance.now();
    const wanted = (blow: Blow, list: readonly Place[]) =>
      list.filter(({ name }) => context.isWanted(`${blow} at ${name}`)).map((place) => ({ place, blow }));
    const some = (cases: readonly Case[]) => {
      const drawn = cases.map((one) => ({ one, lot: context.random.next() })).sort((a, b) => a.lot - b.lot);
      const kept = new Set(drawn.slice(0, quickPairs).map(({ one }) => one));
      return cases.filter((one) => kept.has(one));
    };
    const singles = (blow: Blow): Case[] => wanted(blow, [...places.api, ...places.worker]).map((one) => [one]);
    /** The n-th place of each process, side by side. */
    const pairs = (blow: Blow): Case[] => {
      const [api, worker] = [wanted(blow, places.api), wanted(blow, places.worker)];
      return Array.from({ length: Math.max(api.length, worker.length) }, (_, index) =>
        [api[index], worker[index]].filter((one) => one !== undefined),
      );
    };
    // What mostly waits runs beside the others, on rigs of its own.
    const rigs =
      context.size === "quick"
        ? [some(pairs("kill"))]
        : [[...singles("kill"), ...singles("error"), ...singles("cut")], pairs("hang"), pairs("stop")];
    const wrong = await Promise.all(
      rigs.map((cases, index) =>
        // One rig that fails must not leave the others running.
        runCases(context, `r2-${index}`, cases).catch((error: unknown) => [`rig ${index}: ${String(error)}`]),
      ),
    );
    const all = rigs.flat(2);
    return {
      wrong: wrong.flat(),
      figures: {
        places: new Set(all.map(({ place }) => place.name)).size,
        ways: context.size === "quick" ? "kill" : blows.join(" "),
        cases: all.length,
        seconds: Math.round((performance.now() - begin) / 1_000),
      },
    };
  },
};

/** One case after the other on one rig. What an oracle finds is said once, with the case it was found after. */
async function runCases({ nodeArgs, say }: ScenarioContext, name: string, cases: readonly Case[]): Promise<string[]> {
  if (cases.length === 0) return [];
  const rig = await openFailpointRig({ name, nodeArgs });
  try {
    let apiUrl = rig.apiUrl;
    const board = await untilDone(async () => newBoard(await signUp(rig.apiUrl)));
    const stage: MovingStage = { rig, board, apiUrl: () => apiUrl, askAt: (url) => void (apiUrl = url), defects: [] };
    const wrong: string[] = [];
    const known = new Set<string>();
    for (const blows of cases) {
      const title = blows.map(({ place, blow }) => `${blow} at ${place.name}`).join(" + ");
      const begin = performance.now();
      const found = await runCase(stage, blows);
      for (const line of found.filter((finding) => !known.has(finding))) {
        known.add(line);
        wrong.push(`${title}: ${line}`);
        say(`${title}: ${line}`);
      }
      say(`${Math.round(performance.now() - begin)} ms ${title}`);
      // A process that has not come back would fail every case after it.
      if (!rig.api.isRunning() || !rig.worker.isRunning()) return [...wrong, `${title}: nothing runs after it`];
    }
    return wrong;
  } finally {
    await rig.stop();
  }
}

async function runCase(stage: MovingStage, blows: Case): Promise<string[]> {
  const { rig } = stage;
  const strikes = await Promise.allSettled(blows.map(({ place, blow }) => strike(stage, place, blow)));
  for (const wire of Object.values(rig.wires)) if ("disarmAll" in wire) wire.disarmAll();
  const failed = strikes.flatMap((outcome) => (outcome.status === "rejected" ? [String(outcome.reason)] : []));
  const unrest = await untilQuiet(rig, quietWithinMs).then(
    () => [],
    (error: unknown) => [String(error)],
  );
  return [...failed, ...unrest, ...stage.defects.splice(0), ...(await judge(rig)), ...rig.surprises()];
}
