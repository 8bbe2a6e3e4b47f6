import path from "node:path";
import { parseArgs } from "node:util";
import { errorWords } from "@kanban/messaging/permanent-error";
import { withDatabase } from "../backup/with-database.ts";
import { openInstallation } from "../doctor/open-installation.ts";
import { dataFolder } from "../prisma/open-databases.ts";
import { checkMove } from "./check-move.ts";
import { foresee } from "./foresee.ts";
import { move, MoveDiffers, type Move } from "./move.ts";
import { readMove } from "./move-state.ts";
import { closeOldSource, openOldSource } from "./old-source.ts";
import { rollBack } from "./roll-back.ts";
import { MoveRefused, openTarget } from "./target.ts";
import { verify, type Verified } from "./verify.ts";

export const moveUsage = `Usage: scripts/migrate-databases.sh --from <old url> [--dry-run | --verify-only | --rollback | --resume]

Moves the predecessor's one database into kanban_api, from which kanban_worker hears of it by events. Checks, backs the
old tables up, copies while the old application goes on, stops its writes for the last pass, compares every row, and
leaves the old database refusing writes. Its rows are only ever read.

  --from url     postgresql://user:password@host:5432/kanban, with ?schema=api where the tables lie in a schema
  --from-worker url  the worker's copy of the tables, where it is in another database
  --dry-run      check and say what would be carried and what has no place; changes nothing
  --verify-only  compare both sides once more
  --resume       go on where a move was cut off
  --rollback     empty both databases and let the old one take writes again
  --discard      with --rollback: also lose what people have done here since
  --backup dir   where the old tables are backed up (else predecessor in the data folder)
  --report dir   where the reports go (else reports in the data folder)

Environment: API_DATABASE_URL and WORKER_DATABASE_URL, both or none for the embedded PostgreSQL.

Exit codes:
  0  done, or there was nothing to do
  2  wrong use
  3  a database cannot be reached or refuses the login
  4  failed on the way: --resume goes on, --rollback undoes
  5  refused before anything was changed; the message says what is in the way
  6  the two sides differ: the report says where`;

const EXIT = { done: 0, usage: 2, unreachable: 3, failed: 4, refused: 5, different: 6 } as const;
const modes = ["dry-run", "verify-only", "rollback", "resume"] as const;
type Mode = (typeof modes)[number] | "move";

type Words = {
  from: string;
  fromWorker: string | null;
  mode: Mode;
  discard: boolean;
  backups: string;
  reports: string;
};

/** Runs the move with the words of a command line; answers the exit code. */
export async function runMove(
  args: string[],
  env: Record<string, string | undefined>,
  say: (text: string) => void,
): Promise<number> {
  let words: Words;
  try {
    words = readWords(args);
  } catch (error) {
    say(`${errorWords(error)}\n\n${moveUsage}`);
    return EXIT.usage;
  }
  const closing: (() => Promise<unknown>)[] = [];
  let asked: Move;
  try {
    const installation = await openInstallation(env, { isMadeWhenMissing: true });
    closing.push(() => installation.close());
    // Used later, by connections of their own; that it answers is known before anything is done.
    await withDatabase(installation.urls.worker, async () => {});
    const target = await openTarget(installation.urls.api);
    closing.push(() => target.end());
    const source = await openOldSource(words.from, words.fromWorker);
    closing.push(() => closeOldSource(source));
    asked = { ...words, ...{ source, target, say }, urls: installation.urls, screen: process.stderr };
  } catch (error) {
    say(errorWords(error));
    await closeAll(closing);
    return error instanceof MoveRefused ? EXIT.refused : EXIT.unreachable;
  }
  try {
    return await doAsAsked(asked, words);
  } catch (error) {
    if (error instanceof MoveRefused) say(`Nothing was changed: ${error.message}`);
    else if (error instanceof MoveDiffers) say(error.message);
    else say(`Failed: ${errorWords(error)}\nWhat was done is remembered: --resume goes on, --rollback undoes it.`);
    return error instanceof MoveRefused ? EXIT.refused : error instanceof MoveDiffers ? EXIT.different : EXIT.failed;
  } finally {
    await closeAll(closing);
  }
}

async function doAsAsked(asked: Move, { mode, discard }: Words): Promise<number> {
  const { source, target, say, urls } = asked;
  switch (mode) {
    case "dry-run":
      for (const line of [...(await checkMove(asked)).lines, ...(await foresee(source))]) say(`  ${line}`);
      say("Nothing was changed.");
      return EXIT.done;
    case "verify-only": {
      if (!(await readMove(target))) throw new MoveRefused("Nothing has been moved here.");
      const verified = await verify(source, target);
      for (const line of inWords(verified)) say(`  ${line}`);
      say(verified.isRight ? "Both sides are the same." : "The two sides differ.");
      return verified.isRight ? EXIT.done : EXIT.different;
    }
    case "rollback": {
      const begin = performance.now();
      await rollBack({ source, target, workerUrl: urls.worker }, discard);
      say(`Rolled back in ${seconds(begin)} s: both databases are empty, and the old one takes writes.`);
      return EXIT.done;
    }
    case "move":
    case "resume": {
      const known = await readMove(target);
      if (known?.endedAt && known.source === source.name) {
        say(`This was moved at ${known.endedAt}; the report is in ${known.report}. Nothing to do.`);
        return EXIT.done;
      }
      const begin = performance.now();
      const state = await move(asked, { isResumed: mode === "resume" });
      say(
        `Moved in ${seconds(begin)} s; writes waited ${state.freezeSeconds?.toFixed(1)} s. The report is in ${state.report}`,
      );
      if (!state.isSealed)
        say("The old database still takes writes: stop the old application before you start this one.");
      return EXIT.done;
    }
  }
}

function inWords({ compared, counts }: Verified): string[] {
  const rows = (value: number) => value.toLocaleString("en");
  return [
    ...compared.map(({ table, old, new: now, different }) =>
      old.sha256 === now.sha256
        ? `${table}: ${rows(old.rows)} rows, the same`
        : `${table}: ${rows(old.rows)} and ${rows(now.rows)} rows, DIFFERENT: ${different.join(", ")}`,
    ),
    ...counts
      .filter((count) => count.old !== count.carried + count.kept + count.notCarried)
      .map(
        ({ table, old, carried, kept }) =>
          `${table}: of ${rows(old)} rows ${rows(carried)} are carried and ${rows(kept)} kept: SOME ARE MISSING`,
      ),
  ];
}

function seconds(begin: number): string {
  return ((performance.now() - begin) / 1_000).toFixed(1);
}

async function closeAll(closing: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closing.toReversed()) await close().catch(() => {});
}

function readWords(args: string[]): Words {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      from: { type: "string" },
      "from-worker": { type: "string" },
      backup: { type: "string" },
      report: { type: "string" },
      discard: flag,
      ...{ "dry-run": flag, "verify-only": flag, rollback: flag, resume: flag },
    },
  });
  const { from, backup, report, discard } = values;
  const fromWorker = values["from-worker"] ?? null;
  if (!from || !isPostgresUrl(from) || (fromWorker !== null && !isPostgresUrl(fromWorker)))
    throw new Error("--from and --from-worker need PostgreSQL URLs: postgresql://user:password@host:5432/kanban");
  const chosen = modes.filter((mode) => values[mode]);
  if (chosen.length > 1) throw new Error(`Only one of ${chosen.map((mode) => `--${mode}`).join(" and ")} at a time.`);
  return {
    ...{ from, fromWorker, discard, mode: chosen[0] ?? "move" },
    // Not among the backups of ours: those are counted and restored by their names.
    backups: path.resolve(backup ?? path.join(dataFolder(), "predecessor")),
    reports: path.resolve(report ?? path.join(dataFolder(), "reports")),
  };
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}
