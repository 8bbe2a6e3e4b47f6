import type { ScenarioResult } from "../../scenario.ts";
import type { Outcome } from "./move-under-writes.ts";

/** What all cases came to: counts are sums, seconds and rates the largest of them. */
export function addUp(outcomes: readonly (Outcome & { name: string })[]): ScenarioResult {
  const all = outcomes.map(({ figures }) => figures);
  const sum = (figure: keyof Outcome["figures"]) => all.reduce((total, one) => total + one[figure], 0);
  const largest = (figure: keyof Outcome["figures"]) => Math.max(0, ...all.map((one) => one[figure]));
  return {
    wrong: outcomes.flatMap(({ name, wrong }) => wrong.map((line) => `${name}: ${line}`)),
    figures: {
      kills: sum("kills"),
      acknowledged: sum("acknowledged"),
      unanswered: sum("unanswered"),
      comparedRows: sum("comparedRows"),
      freezeSeconds: largest("freezeSeconds").toFixed(1),
      longestWaitSeconds: largest("longestWaitSeconds").toFixed(1),
      rollbackSeconds: largest("rollbackSeconds").toFixed(1),
      rowsPerSecond: largest("rowsPerSecond"),
      eventsPerSecond: largest("eventsPerSecond"),
    },
  };
}
