// Breaks the product on purpose and looks whether it kept its promises: pnpm chaos [--full] [--mutants] [--only R1,R3]
// [--cases pattern] [--seed words] [--lanes n]. The same seed asks for the same faults. The closing line counts steps.
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { mutants } from "./mutants/mutants.ts";
import { runSideBySide } from "./run/run-side-by-side.ts";
import type { Step, StepResult } from "./run/step.ts";
import { scenarios } from "./scenarios/scenarios.ts";

/** How many run at a time: on two cores a third one makes the others as much longer as it saves. */
const usualLanes = 2;

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    mutants: { type: "boolean", default: false },
    only: { type: "string" },
    cases: { type: "string", default: "" },
    seed: { type: "string", default: randomBytes(4).toString("hex") },
    lanes: { type: "string", default: String(usualLanes) },
    report: { type: "string" },
    verbose: { type: "boolean", default: false },
  },
});
const { seed, cases, verbose } = values;
const size = values.full ? "full" : "quick";
const only = values.only?.split(",");
const kind = values.mutants ? "mutant" : "scenario";
const wanted: Pick<Step, "name" | "mostlyWaits">[] = values.mutants
  ? mutants
      .filter(({ name }) => only?.includes(name) ?? true)
      .map(({ name, scenario }) => ({ name, mostlyWaits: scenario.mostlyWaits ?? false }))
  : scenarios
      .filter(({ id, isFullOnly }) => only?.includes(id) ?? (values.full || !isFullOnly))
      .map(({ id, mostlyWaits = false }) => ({ name: id, mostlyWaits }));
console.log(`Chaos, ${values.mutants ? "mutants" : size}, seed ${seed}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const tally = { passed: 0, failures: [] as string[] };
function tell({ title, seconds, wrong, figures }: StepResult): void {
  const isKept = wrong.length === 0;
  if (isKept) tally.passed += 1;
  else tally.failures.push(`${title}: ${wrong[0]!.split("\n", 1)[0]}`);
  console.log(`  ${isKept ? "ok     " : "FAILED "} ${title} (${seconds.toFixed(1)} s)`);
  const told = Object.entries(figures).map(([figure, value]) => `${figure} ${value}`);
  if (told.length > 0) console.log(`          ${told.join(", ")}`);
  for (const line of wrong.slice(0, 20)) console.log(`          ${line}`);
  if (wrong.length > 20) console.log(`          … and ${wrong.length - 20} more`);
}

const begin = performance.now();
const steps = wanted.map((one): Step => ({ ...one, kind, size, seed, cases, verbose }));
await runSideBySide(steps, Number(values.lanes), tell);
if (values.report) writeFileSync(values.report, JSON.stringify({ ...tally, seed }));
console.log(
  `\nIn ${Math.round((performance.now() - begin) / 1_000)} s: ${tally.passed} passed, ${tally.failures.length} failed`,
);
process.exitCode = tally.failures.length === 0 && tally.passed > 0 ? 0 : 1;
