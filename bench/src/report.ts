import type { Comparison } from "./interleave.ts";

type Goal = { unit: string } & ({ atMost: number } | { atLeast: number });

/** Prints one comparison with its goal. The goal is missed only when the whole interval lies beyond it. */
export function report(title: string, { ratio, low, high, a, b, rounds }: Comparison, goal: Goal): void {
  const isMissed = "atMost" in goal ? low > goal.atMost : high < goal.atLeast;
  const wanted = "atMost" in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`;
  console.log(
    `${isMissed ? "MISSED" : "ok    "} ${title}: ${ratio.toFixed(2)}x (95 % ${low.toFixed(2)}–${high.toFixed(2)}, goal ${wanted}x; ` +
      `${a.toFixed(1)} against ${b.toFixed(1)} ${goal.unit}, ${rounds} rounds)`,
  );
  if (isMissed) process.exitCode = 1;
}
