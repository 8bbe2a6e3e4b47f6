import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The report of the first move that wrote one there. */
export function readReport(folder: string) {
  const [name] = readdirSync(folder)
    .filter((one) => one.startsWith("move-"))
    .sort();
  const read = (file: string) => readFileSync(path.join(folder, name!, file), "utf8");
  return { json: JSON.parse(read("report.json")) as Record<string, unknown>, words: read("report.md") };
}

/** What a report says of a row that is kept. */
export type KeptInReport = { table: string; reason: string };

/** The reasons a dry run names, with how many rows each has. */
export const foreseenReasons = (said: string) =>
  [...said.matchAll(/^ +([\d,]+ × .+)$/gmu)].map(([, line]) => line!).sort();

/** The same of the rows that are kept. */
export function countReasons(kept: readonly KeptInReport[]): string[] {
  const single = kept.flatMap(({ table, reason }) => reason.split("; ").map((one) => `${table}: ${one}`));
  return [...Map.groupBy(single, (line) => line)]
    .map(([line, { length }]) => `${length.toLocaleString("en")} × ${line}`)
    .sort();
}
