import { waitFor } from "@kanban/testing/wait-for";
import type { ScenarioContext } from "../../scenario.ts";
import type { Ground, Subject } from "./ground.ts";
import { judgeMove } from "./judge-move.ts";
import { drawKill, type KillPoint } from "./kill-points.ts";
import { moveThroughKills } from "./move-through-kills.ts";
import type { Report } from "./read-report.ts";
import { startOldApplication, type Writers } from "./old-application.ts";

/** What a move under the old application's writes came to. */
export type Outcome = {
  wrong: string[];
  figures: {
    kills: number;
    acknowledged: number;
    unanswered: number;
    freezeSeconds: number;
    longestWaitSeconds: number;
    comparedRows: number;
    rollbackSeconds: number;
    /** Of a move nobody killed; else zero. */
    rowsPerSecond: number;
    eventsPerSecond: number;
  };
};

/** reliability.md R11: writes are never held up longer, whatever the command says of it. */
const waitAtMost = 60;

type Asked = { ground: Ground; subject: Subject; points: readonly KillPoint[]; writers: Writers };

/** One move, killed at each of `points` in turn while the old application works, and judged at its end. */
export async function moveUnderWrites(
  { ground, subject, points, writers }: Asked,
  context: ScenarioContext,
): Promise<Outcome> {
  const { random, nodeArgs, say } = context;
  const application = startOldApplication(subject.oldUrl, random, writers);
  try {
    const kills = points.map((point) => drawKill(point, random));
    const moved = await moveThroughKills(subject, kills, context);
    const isRefused = await waitFor(application.isRefused, { what: "the old application to be refused" }).catch(
      () => false,
    );
    await application.stop();
    const { acknowledged, unanswered, longestWaitMs } = application;
    say(`${subject.name}: ${acknowledged.length} acknowledged, unanswered: ${unanswered.join("; ")}`);
    const longestWaitSeconds = longestWaitMs() / 1_000;
    const judged = await judgeMove({ ground, subject, moved, acknowledged, nodeArgs, random });
    if (longestWaitSeconds > waitAtMost) judged.wrong.push(`the old application waited ${longestWaitSeconds} s`);
    if (!isRefused) judged.wrong.push("the old application was never refused");
    return {
      wrong: judged.wrong,
      figures: {
        kills: moved.kills,
        acknowledged: acknowledged.length,
        unanswered: unanswered.length,
        freezeSeconds: judged.report?.freezeSeconds ?? 0,
        longestWaitSeconds,
        comparedRows: judged.comparedRows,
        rollbackSeconds: 0,
        ...ratesOf(moved.kills === 0 ? judged.report : null),
      },
    };
  } finally {
    await application.stop();
  }
}

function ratesOf(report: Report | null): Pick<Outcome["figures"], "rowsPerSecond" | "eventsPerSecond"> {
  const { rows = 0, events = 0, rowsPerSecond = 0 } = report ?? {};
  return { rowsPerSecond, eventsPerSecond: rows === 0 ? 0 : Math.round((events / rows) * rowsPerSecond) };
}
