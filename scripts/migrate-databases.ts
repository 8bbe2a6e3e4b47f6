// Deploys both schemas to the databases the environment names. Started by scripts/migrate-databases.sh.
import { DATABASE_SIDES, SIDE_FILES, type DatabaseSide } from "./prisma/database-side.ts";
import { deploy } from "./prisma/deploy.ts";
import { findPendingMigrations } from "./prisma/pending-migrations.ts";
import { moveUsage, runMove } from "./predecessor/run-move.ts";
import { readDatabaseUrl } from "./prisma/read-database-url.ts";
import { loadProjectEnv } from "./start/load-env-file.ts";

const usage = `Usage: scripts/migrate-databases.sh [--dry-run] [--help]
       scripts/migrate-databases.sh --from <old url> …   the predecessor's database; --from --help says more

Brings both databases to the schema of this version and gives each publisher its one right, INSERT into event_inbox.
Safe to run again: what has been applied is not applied twice.

  --dry-run   say what would be applied, and change nothing
  --help      this text

Environment:
  API_DATABASE_URL     owner of kanban_api      postgresql://user:password@host:5432/kanban_api
  WORKER_DATABASE_URL  owner of kanban_worker   postgresql://user:password@host:5433/kanban_worker
  WORKER_TO_API_URL    optional; its user is the publisher into kanban_api    (else: worker_to_api)
  API_TO_WORKER_URL    optional; its user is the publisher into kanban_worker (else: api_to_worker)

Exit codes:
  0  both databases are up to date (dry run: they could be looked at)
  2  wrong use: an unknown option, or a variable missing or malformed
  3  a database cannot be reached or refuses the login
  4  a migration or a grant failed; what the database said is printed, and nothing of that migration is kept`;

const EXIT = { done: 0, usage: 2, unreachable: 3, failed: 4 } as const;

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const isMove = args.some((arg) => arg === "--from" || arg.startsWith("--from="));
  if (isMove && !args.includes("--help")) {
    loadProjectEnv();
    return runMove(args, process.env, console.log);
  }
  if (isMove) {
    console.log(moveUsage);
    return EXIT.done;
  }
  if (args.includes("--help")) {
    console.log(usage);
    return EXIT.done;
  }
  const unknown = args.find((arg) => arg !== "--dry-run");
  if (unknown !== undefined) return stop(EXIT.usage, `Unknown option ${unknown}.\n\n${usage}`);

  const urls = {} as Record<DatabaseSide, string>;
  for (const side of DATABASE_SIDES) {
    try {
      urls[side] = readDatabaseUrl(side, process.env) ?? missing(SIDE_FILES[side].variable);
    } catch (error) {
      return stop(EXIT.usage, wordsOf(error));
    }
  }
  // Both are looked at before either is changed.
  for (const side of DATABASE_SIDES) {
    try {
      const pending = await findPendingMigrations(side, urls[side]);
      console.log(`${side}: ${pending.length === 0 ? "up to date" : `to apply: ${pending.join(", ")}`}`);
    } catch (error) {
      return stop(
        EXIT.unreachable,
        `The database of ${SIDE_FILES[side].variable} cannot be reached: ${wordsOf(error)}`,
      );
    }
  }
  if (args.includes("--dry-run")) return EXIT.done;

  for (const side of DATABASE_SIDES) {
    try {
      const applied = await deploy(side, urls[side]);
      if (applied.length > 0) console.log(`${side}: applied ${applied.join(", ")}`);
    } catch (error) {
      return stop(EXIT.failed, wordsOf(error));
    }
  }
  return EXIT.done;
}

function missing(variable: string): never {
  throw new Error(`${variable} is not set. Run with --help for what it should be.`);
}

function stop(code: number, message: string): number {
  console.error(message);
  return code;
}

/** A refused connection is an AggregateError without words of its own, one error per address tried. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
