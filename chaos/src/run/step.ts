import { randomFrom } from "@kanban/demo/random";
import { hookArgs } from "../mutants/hook-args.ts";
import { mutants } from "../mutants/mutants.ts";
import type { ScenarioContext, ScenarioResult, Size } from "../scenario.ts";
import { scenarios } from "../scenarios/scenarios.ts";

/** A scenario by its id, or a planted bug by its name, and how it is to be run. */
export type Step = {
  kind: "scenario" | "mutant";
  name: string;
  size: Size;
  seed: string;
  /** A pattern for the names of cases. */
  cases: string;
  verbose: boolean;
  /** Runs beside the lanes. */
  mostlyWaits: boolean;
};

export type StepResult = ScenarioResult & { title: string; seconds: number };

/** Runs one step in this process; whatever it throws is a finding. */
export async function runStep(step: Step): Promise<StepResult> {
  const begin = performance.now();
  const { title, run } = step.kind === "mutant" ? planted(step) : unspoilt(step);
  const { wrong, figures } = await run().catch((error: unknown) => ({
    wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    figures: {},
  }));
  return { title, wrong, figures, seconds: (performance.now() - begin) / 1_000 };
}

type Work = { title: string; run(): Promise<ScenarioResult> };

function unspoilt(step: Step): Work {
  const scenario = scenarios.find(({ id }) => id === step.name)!;
  return { title: `${scenario.id} ${scenario.promise}`, run: () => scenario.run(contextOf(step)) };
}

/** A bug is planted, and the scenario it is for must say what it breaks. */
function planted(step: Step): Work {
  const mutant = mutants.find(({ name }) => name === step.name)!;
  return {
    title: `planted bug: ${mutant.bug}`,
    run: async () => {
      const { wrong, figures } = await mutant.scenario.run({ ...contextOf(step), ...hookArgs(mutant) });
      const caught = wrong.filter((line) => mutant.caughtBy.test(line));
      const found = { ...figures, "caught by": caught[0] ?? "nothing", findings: wrong.length };
      return { wrong: caught.length > 0 ? [] : ["nobody noticed", ...wrong], figures: found };
    },
  };
}

function contextOf({ name, size, seed, cases, verbose }: Step): ScenarioContext {
  const wanted = new RegExp(cases);
  return {
    size,
    random: randomFrom(`${seed} ${name}`),
    isWanted: (caseName) => wanted.test(caseName),
    say: (line) => verbose && console.log(`    ${name}: ${line}`),
    nodeArgs: [],
    retryKey: "same",
    hasPlantedBug: false,
  };
}
