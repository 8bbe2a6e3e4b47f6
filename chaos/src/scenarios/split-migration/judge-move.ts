import type { Random } from "@kanban/demo/random";
import { acknowledgedIsThere } from "./acknowledged-is-there.ts";
import { compareBoards } from "./compare-boards.ts";
import { differing } from "./content-of.ts";
import type { Ground, Subject } from "./ground.ts";
import { contentOfBoth, unlikeDeployed } from "./look-at-ours.ts";
import type { Moved } from "./move-through-kills.ts";
import { tryToWork } from "./old-application.ts";
import { readReport, type Report } from "./read-report.ts";
import { lastWords, runCommand } from "./run-command.ts";

type Asked = {
  ground: Ground;
  subject: Subject;
  moved: Moved;
  acknowledged: readonly string[];
  nodeArgs: readonly string[];
  random: Random;
};

/**
 * Looks at a move that should have come to its end: what the command says of it, both sides by queries of our own, what
 * the old application was told, and what the databases are made of.
 */
export async function judgeMove({
  ground,
  subject,
  moved,
  acknowledged,
  nodeArgs,
  random,
}: Asked): Promise<{ wrong: string[]; report: Report | null; comparedRows: number }> {
  const { last } = moved;
  const wrong = [...moved.wrong];
  const report = readReport(last);
  if (last.code !== 0 || report === null) wrong.push(`the move did not end well: ${lastWords(last)}`);
  else if (report.outcome !== "same" || !report.isSealed) wrong.push(`the report says ${report.outcome}`);

  const verified = await runCommand(subject, ["--verify-only"], { nodeArgs });
  if (verified.code !== 0) wrong.push(`--verify-only: ${lastWords(verified)}`);
  wrong.push(...(await acknowledgedIsThere(subject.urls.api, acknowledged)));
  const compared = await compareBoards(subject);
  wrong.push(...compared.wrong);
  if ((await tryToWork(subject.oldUrl, random)) !== "refused") wrong.push("the old database takes writes");

  const before = await contentOfBoth(subject);
  const again = await runCommand(subject, [], { nodeArgs });
  if (again.code !== 0 || !again.lines.some((line) => line.includes("Nothing to do")))
    wrong.push(`a second run: ${lastWords(again)}`);
  wrong.push(...differing(before, await contentOfBoth(subject)).map((line) => `a second run changed ${line}`));
  wrong.push(...(await unlikeDeployed(ground, subject)));
  return { wrong, report, comparedRows: compared.rows };
}
