import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Comparison } from "./comparisons.ts";
import { linesOf } from "./lines-of.ts";

type Sum = { rows: number; sha256: string };

/** How a table compares: the checksums of both sides in the order of its keys, and whose rows differ if they do. */
export type Compared = { table: string; old: Sum; new: Sum; different: string[] };

/** Named in the report; the rest is counted by the checksum. */
const namedAtMost = 20;

/** Reads both sides of a comparison at once, row by row. */
export async function compare(old: ClientBase, target: ClientBase, comparison: Comparison): Promise<Compared> {
  const sums = await Promise.all([
    sumOf(old, comparison.old, comparison.map?.old),
    sumOf(target, comparison.new, comparison.map?.new),
  ]);
  const [left, right] = sums;
  const isSame = left.sha256 === right.sha256 && left.rows === right.rows;
  const different = isSame ? [] : await findDifferent(old, target, comparison);
  return { table: comparison.table, old: left, new: right, different };
}

type MapFields = NonNullable<Comparison["map"]>["old"];

async function sumOf(client: ClientBase, query: string, map?: MapFields): Promise<Sum> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const line of rowsOf(client, query, map)) {
    hash.update(line).update("\n");
    rows += 1;
  }
  return { rows, sha256: hash.digest("hex") };
}

async function* rowsOf(client: ClientBase, query: string, map?: MapFields): AsyncGenerator<string> {
  for await (const line of linesOf(client.query(copyTo(`COPY (${query}) TO STDOUT`))))
    yield map ? map(line.split("\t")).join("\t") : line;
}

/** The keys of rows that are on one side only, or not the same on both. */
async function findDifferent(old: ClientBase, target: ClientBase, comparison: Comparison): Promise<string[]> {
  const open = new Map<string, string>();
  const keyOf = (line: string) => line.slice(0, `${line}\t`.indexOf("\t"));
  for await (const line of rowsOf(old, comparison.old, comparison.map?.old)) open.set(keyOf(line), line);
  const different = new Set<string>();
  for await (const line of rowsOf(target, comparison.new, comparison.map?.new)) {
    const key = keyOf(line);
    if (open.get(key) === line) open.delete(key);
    else different.add(key);
  }
  for (const key of open.keys()) different.add(key);
  return [...different].slice(0, namedAtMost);
}
