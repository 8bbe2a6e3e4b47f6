import type { ScenarioContext } from "../../scenario.ts";
import { allKinds, catalogOf, type CatalogKind } from "./catalog-of.ts";
import { contentOf, differing } from "./content-of.ts";
import type { Ground, Subject } from "./ground.ts";
import type { Targets } from "./kill-points.ts";
import { contentOfBoth, unlikeDeployed } from "./look-at-ours.ts";
import { tryToWork } from "./old-application.ts";
import { lastWords, runCommand } from "./run-command.ts";

/** Tables a deploy leaves with a row in them. */
const ofSchema = /_prisma_migrations$|\.instance$/;

/** The old database, all that a rollback has to bring back. */
export type OldState = { content: Record<string, string>; catalog: Record<string, string> };

export async function lookAtOld(
  { oldUrl }: Pick<Subject, "oldUrl">,
  kinds: readonly CatalogKind[] = allKinds,
): Promise<OldState> {
  return { content: await contentOf(oldUrl), catalog: await catalogOf(oldUrl, kinds) };
}

type Asked = {
  ground: Ground;
  subject: Subject;
  before: OldState;
  targets: Targets;
  args?: readonly string[];
  /** Killed once after so many milliseconds, and asked for again. */
  cutOffMs: number | null;
};

/** Rolls a move back: the old database is as it was and takes writes, and ours are as a deploy leaves them. */
export async function rollBack(
  { ground, subject, before, targets, args = [], cutOffMs }: Asked,
  { random, nodeArgs, say }: ScenarioContext,
): Promise<{ wrong: string[]; seconds: number }> {
  const wrong: string[] = [];
  const run = (kill?: { line: null; afterMs: number }) =>
    runCommand(subject, ["--rollback", ...args], { nodeArgs, ...(kill && { kill }) });
  if (cutOffMs !== null) {
    const cut = await run({ line: null, afterMs: cutOffMs });
    say(`${subject.name}, rollback + ${cutOffMs} ms: ${lastWords(cut)}`);
  }
  const done = await run();
  say(`${subject.name}, rollback: ${done.seconds.toFixed(1)} s, ${lastWords(done)}`);
  if (done.code !== 0) wrong.push(`the rollback: ${lastWords(done)}`);

  const after = await lookAtOld(subject);
  for (const part of ["content", "catalog"] as const)
    wrong.push(...differing(before[part], after[part]).map((line) => `the old database is not as it was: ${line}`));
  for (const [table, content] of Object.entries(await contentOfBoth(subject)))
    if (!ofSchema.test(table) && !content.startsWith("0 rows")) wrong.push(`not empty: ${table} has ${content}`);
  // A move that was killed before it had deployed leaves as much of a schema as there is.
  if (targets === "deployed") wrong.push(...(await unlikeDeployed(ground, subject)));
  if ((await tryToWork(subject.oldUrl, random)) !== "done") wrong.push("the old database takes no writes");
  return { wrong, seconds: done.seconds };
}
