import { parseArgs } from "node:util";
import { decide } from "@kanban/api/operations/decide";
import type { DecideInput } from "@kanban/api/operations/decide-input";
import { DomainError } from "@kanban/domain/refusal";
import { createPool } from "@kanban/messaging/create-pool";
import { errorWords } from "@kanban/messaging/permanent-error";
import { examine } from "./examine.ts";
import { type Finding, verdicts, worstOf } from "./finding.ts";
import { type Installation, openInstallation } from "./open-installation.ts";
import { lookAtFiles } from "./look-at-files.ts";
import { readDecision } from "./read-decision.ts";
import { usage } from "./usage.ts";

const failed = 2;

/** Runs the doctor with the words of a command line; answers the exit code. */
export async function doctor(
  args: string[],
  env: Record<string, string | undefined>,
  print: (text: string) => void,
): Promise<number> {
  let decision: DecideInput | null;
  let isJson: boolean;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { reason: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean" } },
    });
    if (values.help) {
      print(usage);
      return 0;
    }
    isJson = values.json ?? false;
    decision = positionals.length === 0 ? null : readDecision(positionals, values.reason);
  } catch (error) {
    print(`${errorWords(error)}\n\n${usage}`);
    return failed;
  }
  let installation: Installation;
  try {
    installation = await openInstallation(env);
  } catch (error) {
    print(errorWords(error));
    return failed;
  }
  try {
    return decision
      ? await decideHere(installation, decision, print)
      : await look(installation, env, { isJson, print });
  } finally {
    await installation.close();
  }
}

async function look(
  { urls, where }: Installation,
  env: Record<string, string | undefined>,
  { isJson, print }: { isJson: boolean; print: (text: string) => void },
): Promise<number> {
  const { findings: found, ...sides } = await examine(urls);
  const findings = [...found, await lookAtFiles(env)];
  const verdict = worstOf(findings);
  if (isJson) print(JSON.stringify({ verdict, where, findings, ...sides }, null, 2));
  else print([`${titles[verdict]} (${where})`, "", ...findings.flatMap(linesOf)].join("\n"));
  return verdicts.indexOf(verdict);
}

const titles = { ok: "All is well", attention: "Something wants attention", failed: "Something has failed" } as const;

function linesOf({ verdict, about, found, todo }: Finding): string[] {
  const [first, ...more] = found.split("\n");
  const below = (text: string) => `${" ".repeat(33)}${text}`;
  return [
    `  ${verdict.padEnd(10)} ${about.padEnd(20)} ${first}`,
    ...more.map(below),
    ...(todo ? [below(`→ ${todo}`)] : []),
  ];
}

async function decideHere(
  { urls }: Installation,
  decision: DecideInput,
  print: (text: string) => void,
): Promise<number> {
  const pool = createPool(urls.api, { name: "kanban-doctor", max: 1, onError: () => {} });
  try {
    await decide({ pool, clock: { now: () => new Date() } }, null, decision);
    const isForWorker = decision.operation.side === "worker";
    print(
      isForWorker ? "Decided. The worker does it when it hears of it, also when it starts later." : "Decided and done.",
    );
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) {
      print(`Not decided: ${errorWords(error)}`);
      return failed;
    }
    print("Not decided: it is not set aside any more. Somebody has decided about it before, or the id is another's.");
    return verdicts.indexOf("attention");
  } finally {
    await pool.end();
  }
}
