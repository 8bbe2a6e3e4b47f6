import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ClientBase } from "pg";
import type { MoveState } from "./move-state.ts";
import type { OldSource } from "./old-source.ts";
import type { Verified } from "./verify.ts";

/** Columns that go nowhere on purpose: what they say is told otherwise. */
const toldOtherwise = [
  {
    columns: "updatedAt of User, Board, Project, Tag, Task, ChecklistItem",
    reason: "the event log says when what was changed",
  },
  { columns: "Task.stale", reason: "it follows from how long a task has not been moved" },
  { columns: "Project.ownerId", reason: "a project is its board's" },
  { columns: "EmailActionToken that was used or has expired", reason: "void, and a secret" },
  { columns: "Task.position, Column.position, ChecklistItem.position", reason: "a rank in the same order" },
];

/** The smallest and largest of a group are enough for people; the other report names them all. */
const namedAtMost = 5;

type Kept = { table: string; id: string; kind: string; reason: string };

type Asked = { state: MoveState; verified: Verified; target: ClientBase; source: OldSource; folder: string };

/** Writes `report.md` for people and `report.json` for programs into a new folder; answers the folder. */
export async function writeReport({ state, verified, target, source, folder }: Asked): Promise<string> {
  const into = path.join(folder, `move-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const { rows: kept } = await target.query<Kept>(
    `SELECT "table", id, kind, reason FROM predecessor_row ORDER BY "table", kind, reason, id`,
  );
  const { isRight, compared, counts } = verified;
  const rowsPerSecond = rate(state.rows, state);
  const document = {
    format: 1,
    ...{ source: source.name, beganAt: state.beganAt, backup: state.backup, isSealed: state.isSealed },
    ...{ outcome: isRight ? "same" : "different", freezeSeconds: state.freezeSeconds, seconds: state.seconds },
    ...{ rows: state.rows, events: state.events, rowsPerSecond, counts, compared, toldOtherwise, kept },
  };
  writeFileSync(path.join(into, "report.json"), `${JSON.stringify(document, null, 2)}\n`, { mode: 0o600 });
  writeFileSync(path.join(into, "report.md"), inWords(document), { mode: 0o600 });
  return into;
}

function rate(rows: number, { seconds }: MoveState): number {
  const spent = ["people", "boards", "kept-rows", "catch-up", "last-pass"] as const;
  return Math.round(
    rows /
      Math.max(
        0.001,
        spent.reduce((sum, name) => sum + (seconds[name] ?? 0), 0),
      ),
  );
}

type Document = Omit<MoveState, "report" | "endedAt"> &
  Pick<Verified, "counts" | "compared"> & { outcome: string; rowsPerSecond: number; kept: readonly Kept[] };

function inWords(report: Document): string {
  const { compared, counts, kept } = report;
  const number = (value: number) => value.toLocaleString("en");
  const single = kept.flatMap((row) => row.reason.split("; ").map((reason) => ({ ...row, reason })));
  const groups = Map.groupBy(single, ({ table, kind, reason }) => `| ${table} | ${kinds[kind] ?? kind} | ${reason} |`);
  return [
    `# Move of ${report.source}`,
    "",
    report.outcome === "same"
      ? "Both sides are the same: every column that was carried, row by row, and every row is somewhere."
      : "**The two sides differ.** Nothing was sealed; the old database goes on. The tables that differ are marked.",
    "",
    `- Began ${report.beganAt}; backup of the old tables: ${report.backup ?? "none"}`,
    `- ${number(report.rows)} rows looked at and ${number(report.events)} events written, ${number(report.rowsPerSecond)} rows/s`,
    `- Writes to the old database waited ${(report.freezeSeconds ?? 0).toFixed(1)} s; ${
      report.isSealed ? "it refuses them since" : "**it still takes writes: stop the old application by hand**"
    }`,
    "",
    "## Where the rows are",
    "",
    "| Table | Old | Carried | Kept as they are | Not carried |",
    "|---|---:|---:|---:|---:|",
    ...counts.map(
      (row) =>
        `| ${row.table} | ${number(row.old)} | ${number(row.carried)} | ${number(row.kept)} | ${number(row.notCarried)} |`,
    ),
    "",
    "## What was compared",
    "",
    "| Table | Rows | SHA-256 of the old side | Same |",
    "|---|---:|---|---|",
    ...compared.map(({ table, old, new: now, different }) => {
      const isSame = old.sha256 === now.sha256;
      return `| ${table} | ${number(old.rows)} | ${old.sha256.slice(0, 16)}… | ${isSame ? "yes" : `**no**: ${number(now.rows)} rows, ${different.join(", ")}`} |`;
    }),
    "",
    "## What has no place of its own",
    "",
    "All of it is in the table `predecessor_row` of `kanban_api`; `report.json` names every row.",
    "",
    "| Table | What | Why | Rows | For example |",
    "|---|---|---|---:|---|",
    ...[...groups].map(([head, rows]) => {
      const examples = rows.slice(0, namedAtMost).map(({ id }) => id);
      return `${head} ${number(rows.length)} | ${examples.join(", ")}${rows.length > namedAtMost ? ", …" : ""} |`;
    }),
    "",
    "## What is told otherwise",
    "",
    ...toldOtherwise.map(({ columns, reason }) => `- ${columns}: ${reason}`),
    "",
  ].join("\n");
}

const kinds: Record<string, string> = { row: "the row", columns: "some columns", added: "added here" };
