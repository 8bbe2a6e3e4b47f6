import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { compileCache } from "@kanban/testing/compile-cache";
import { firstPortOf, firstPortVariable } from "../rig/take-port.ts";
import { makeTemplate } from "../rig/template.ts";
import type { Step, StepResult } from "./step.ts";

const program = fileURLToPath(new URL("step-process.ts", import.meta.url));

/** Runs steps in their order, so many at a time, each in a process of its own; tells each result as it comes. */
export async function runSideBySide(
  steps: readonly Step[],
  lanes: number,
  onResult: (result: StepResult) => void,
): Promise<void> {
  const template = await makeTemplate();
  const run = async (step: Step) => {
    const ports = { [firstPortVariable]: firstPortOf(1 + steps.indexOf(step)) };
    onResult(await runInChild(step, { ...template.env, ...ports }));
  };
  const waiting = steps.filter(({ mostlyWaits }) => !mostlyWaits);
  const beside = steps.filter(({ mostlyWaits }) => mostlyWaits);
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await run(step);
  };
  await Promise.all([...beside.map(run), ...Array.from({ length: lanes }, lane)]);
  template.remove();
}

async function runInChild(step: Step, env: Record<string, string>): Promise<StepResult> {
  let result: StepResult | null = null;
  const child = fork(program, [JSON.stringify(step)], {
    env: { ...process.env, ...env, ...compileCache },
  });
  const kill = () => void child.kill("SIGTERM");
  process.once("exit", kill);
  child.once("message", (message) => (result = message as StepResult));
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  process.off("exit", kill);
  return (
    result ?? { title: step.name, wrong: [`ended before it was done: ${signal ?? code}`], figures: {}, seconds: 0 }
  );
}
