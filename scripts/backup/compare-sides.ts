import type { DatabaseSide } from "../prisma/database-side.ts";
import { withDatabase } from "./with-database.ts";

/** How many of its published events the other side lacks: after a restore they are told again. */
export type Skew = { toldByApi: number; toldByWorker: number };

/** Events are kept for thirty days; more than these would be months of work. */
const newest = 200_000;

/** Compares what each side has published with what the other has in its inbox. */
export async function compareSides(urls: Record<DatabaseSide, string>): Promise<Skew> {
  const [told, heard, answered, received] = await Promise.all([
    readIds(urls.api, "SELECT id FROM event_log WHERE published_at IS NOT NULL ORDER BY position DESC LIMIT $1"),
    readIds(urls.worker, "SELECT id FROM event_inbox ORDER BY position DESC LIMIT $1"),
    readIds(urls.worker, "SELECT id FROM event_outbox WHERE published_at IS NOT NULL ORDER BY position DESC LIMIT $1"),
    readIds(urls.api, "SELECT id FROM event_inbox ORDER BY position DESC LIMIT $1"),
  ]);
  return { toldByApi: lacking(told, heard), toldByWorker: lacking(answered, received) };
}

/** Counted down to the newest that both know: what is older was there, and may have been cleared away since. */
function lacking(told: readonly string[], heard: readonly string[]): number {
  const known = new Set(heard);
  const common = told.findIndex((id) => known.has(id));
  return common === -1 ? told.length : common;
}

async function readIds(url: string, text: string): Promise<string[]> {
  const { rows } = await withDatabase(url, (client) => client.query<{ id: string }>(text, [newest]));
  return rows.map(({ id }) => id);
}
