import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import { withDatabase } from "../backup/with-database.ts";
import { readMove } from "./move-state.ts";
import type { OldSource } from "./old-source.ts";
import { oldTables } from "./old-tables.ts";
import { identityOf, isEmpty, MoveRefused, requireUnused } from "./target.ts";

type Asked = { source: OldSource; target: Client; urls: { api: string; worker: string }; backups: string };

/** PostgreSQL of the old side: older ones were never its own. */
const oldestServer = 120_000;
/** Of ours: `uuidv7()` is from 18 on. */
const ourOldestServer = 180_000;
/** A compressed backup of the old tables is smaller than they are; their indexes come on top of what is needed. */
const spareShare = 1;

/**
 * Looks at everything a move depends on, and changes nothing: versions, reachability, room for the backup, whose
 * databases these are and whether they are empty or of this very move. Answers what it found, line by line.
 * @throws MoveRefused saying what is in the way
 */
export async function checkMove({ source, target, urls, backups }: Asked): Promise<{ lines: string[] }> {
  const { client, present, name } = source;
  const lines: string[] = [];
  const versions = { old: await versionOf(client), api: await versionOf(target) };
  lines.push(`from ${name}, PostgreSQL ${versions.old.words}; into PostgreSQL ${versions.api.words}`);
  if (versions.old.number < oldestServer) throw new MoveRefused("The old server is older than PostgreSQL 12.");
  if (versions.api.number < ourOldestServer) throw new MoveRefused("kanban_api needs PostgreSQL 18 or newer.");

  const identity = await identityOf(client);
  const worker = await withDatabase(urls.worker, async (other) => {
    await requireUnused("worker", other);
    return { identity: await identityOf(other), isEmpty: await isEmpty(other, ["event_inbox"]) };
  });
  for (const [side, other] of [
    ["API", await identityOf(target)],
    ["WORKER", worker.identity],
  ] as const)
    if (other === identity)
      throw new MoveRefused(
        `${side}_DATABASE_URL is the old database itself. Make an empty one, or give the old one another name (ALTER DATABASE … RENAME TO …).`,
      );
  await requireUnused("api", target);

  const move = await readMove(target);
  if (move && move.source !== name)
    throw new MoveRefused(`kanban_api holds what was moved from ${move.source}. --rollback that first.`);
  if (!move && !((await isEmpty(target, ['"user"', "board", "event_log"])) && worker.isEmpty))
    throw new MoveRefused("kanban_api or kanban_worker is not empty: a move begins with two empty databases.");

  const { rows: size } = await client.query<{ bytes: string }>("SELECT pg_database_size(current_database()) AS bytes");
  const bytes = Number(size[0]!.bytes);
  const room = statfsSync(nearestFolder(backups));
  const free = room.bavail * room.bsize;
  lines.push(`the old database has ${megabytes(bytes)}; ${megabytes(free)} are free for its backup`);
  if (free < bytes * spareShare)
    throw new MoveRefused(
      `The backup may need up to ${megabytes(bytes)}, and ${backups} has ${megabytes(free)}. Name another place with --backup.`,
    );

  const known = Object.keys(oldTables).filter((table) => present.has(table));
  lines.push(`tables to be carried: ${known.join(", ")}`);
  const others = [...present.keys()].filter((table) => !(table in oldTables) && table !== "_prisma_migrations");
  if (source.copy) lines.push(`the worker's copy ${source.copy.name}: what it says otherwise is kept`);
  if (others.length > 0) lines.push(`tables to be kept as they are: ${others.join(", ")}`);
  const { rows } = await client.query<{ users: number }>(
    `SELECT count(*)::int AS users FROM ${client.escapeIdentifier(source.schema)}."User"`,
  );
  if (rows[0]!.users === 0)
    throw new MoveRefused("The old database has no users: there is nobody to give its boards to.");
  return { lines };
}

async function versionOf(client: Client): Promise<{ number: number; words: string }> {
  const { rows } = await client.query<{ number: number; words: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS words",
  );
  return rows[0]!;
}

function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1e6).toLocaleString("en")} MB`;
}
