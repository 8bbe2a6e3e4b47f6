import type { Sample } from "@kanban/metrics/sampled-gauges";
import type { Pool } from "pg";

/** What attachments take. */
export const fileGauges = {
  kanban_attachments: { help: "Files on tasks, removed ones that are still kept among them" },
  kanban_attachment_bytes: { help: "Bytes of these files, each content counted once, without previews" },
};

/** Counts them. */
export async function sampleFiles(pool: Pool): Promise<Sample<keyof typeof fileGauges>[]> {
  const { rows } = await pool.query<{ files: number; bytes: number }>(
    `SELECT (SELECT count(*)::int FROM attachment) AS files,
       (SELECT coalesce(sum(size), 0)::float8 FROM (SELECT DISTINCT sha256, size FROM attachment) AS content) AS bytes`,
  );
  return [
    { name: "kanban_attachments", value: rows[0]?.files ?? 0 },
    { name: "kanban_attachment_bytes", value: rows[0]?.bytes ?? 0 },
  ];
}
