// Breaks the product on purpose and looks whether it kept its promises: pnpm chaos [--full] [--mutants] [--only R1,R3]
// [--cases pattern] [--seed words]. The same seed asks for the same faults. The closing line counts scenarios.
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { randomFrom } from "@kanban/demo/random";
import { mutants } from "./mutants/mutants.ts";
import { hookArgs } from "./mutants/hook-args.ts";
import type { Scenario, ScenarioContext, ScenarioResult } from "./scenario.ts";
import { scenarios } from "./scenarios/scenarios.ts";

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    mutants: { type: "boolean", default: false },
    only: { type: "string" },
    cases: { type: "string" },
    seed: { type: "string" },
    report: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});
const seed = values.seed ?? randomBytes(4).toString("hex");
const size = values.full ? "full" : "quick";
const only = values.only?.split(",");
const cases = new RegExp(values.cases ?? "");
console.log(`Chaos, ${values.mutants ? "mutants" : size}, seed ${seed}`);

const contextOf = (name: string): ScenarioContext => ({
  size,
  random: randomFrom(`${seed} ${name}`),
  isWanted: (caseName) => cases.test(caseName),
  say: (line) => values.verbose && console.log(`    ${line}`),
  nodeArgs: [],
  retryKey: "same",
  hasPlantedBug: false,
});

// Processes and databases hear of it by the exit.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

let passed = 0;
let failed = 0;
async function step(name: string, run: () => Promise<ScenarioResult>): Promise<void> {
  const begin = performance.now();
  const { wrong, figures } = await run().catch((error: unknown) => ({
    wrong: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    figures: {},
  }));
  const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  console.log(`  ${wrong.length === 0 ? "ok     " : "FAILED "} ${name} (${seconds} s)`);
  const told = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`);
  if (told.length > 0) console.log(`          ${told.join(", ")}`);
  for (const line of wrong.slice(0, 20)) console.log(`          ${line}`);
  if (wrong.length > 20) console.log(`          … and ${wrong.length - 20} more`);
}

if (values.mutants) {
  for (const mutant of mutants.filter(({ name }) => only?.includes(name) ?? true)) {
    await step(`planted bug: ${mutant.bug}`, async () => {
      const { wrong, figures } = await mutant.scenario.run({ ...contextOf(mutant.name), ...hookArgs(mutant) });
      const caught = wrong.filter((line) => mutant.caughtBy.test(line));
      const found = { ...figures, "caught by": caught[0] ?? "nothing", findings: wrong.length };
      return { wrong: caught.length > 0 ? [] : ["nobody noticed", ...wrong], figures: found };
    });
  }
} else {
  const isWanted = ({ id, isFullOnly }: Scenario) => only?.includes(id) ?? (values.full || !isFullOnly);
  for (const scenario of scenarios.filter(isWanted))
    await step(`${scenario.id} ${scenario.promise}`, () => scenario.run(contextOf(scenario.id)));
}
if (values.report) writeFileSync(values.report, JSON.stringify({ passed, failed, seed }));
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
