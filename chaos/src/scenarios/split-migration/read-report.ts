import { readFileSync } from "node:fs";
import path from "node:path";
import type { Run } from "./run-command.ts";

/** What of a move's report is looked at. */
export type Report = {
  outcome: string;
  isSealed: boolean;
  freezeSeconds: number;
  rows: number;
  events: number;
  rowsPerSecond: number;
  seconds: Record<string, number>;
};

/** The report a run has named; null when it named none. */
export function readReport({ lines }: Run): Report | null {
  const folder = lines.flatMap((line) => /The report is in (.+)$/.exec(line)?.[1] ?? []).at(-1);
  return folder === undefined ? null : (JSON.parse(readFileSync(path.join(folder, "report.json"), "utf8")) as Report);
}
