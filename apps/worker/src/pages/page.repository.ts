import { hash } from "node:crypto";
import type { Pool } from "pg";
import { type PageFacts, pageFactsSchema } from "./page-facts.ts";

export type StoredPage = {
  facts: PageFacts | null;
  refusal: string | null;
  finalUrl: string | null;
  etag: string | null;
  lastModified: string | null;
  freshUntil: Date;
};

const hashOf = (url: string) => hash("sha256", url);

/** What is known of the page behind an address. */
export async function findPage(pool: Pool, url: string): Promise<StoredPage | null> {
  const { rows } = await pool.query<Omit<StoredPage, "facts"> & { facts: unknown }>({
    name: "find-page",
    text: `SELECT facts, refusal, final_url AS "finalUrl", etag, last_modified AS "lastModified", fresh_until AS "freshUntil"
           FROM fetched_page WHERE url_hash = $1`,
    values: [hashOf(url)],
  });
  const [row] = rows;
  return row ? { ...row, facts: pageFactsSchema.nullable().catch(null).parse(row.facts) } : null;
}

/** Keeps what a page was; the last one to read it counts. */
export async function keepPage(pool: Pool, url: string, page: StoredPage, now: Date): Promise<void> {
  await pool.query(
    `INSERT INTO fetched_page (url_hash, url, facts, refusal, final_url, etag, last_modified, fetched_at, fresh_until)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (url_hash) DO UPDATE SET facts = excluded.facts, refusal = excluded.refusal,
       final_url = excluded.final_url, etag = excluded.etag, last_modified = excluded.last_modified,
       fetched_at = excluded.fetched_at, fresh_until = excluded.fresh_until`,
    [
      hashOf(url),
      url,
      page.facts && JSON.stringify(page.facts),
      page.refusal,
      page.finalUrl,
      page.etag,
      page.lastModified,
      now,
      page.freshUntil,
    ],
  );
}

/** Pages nobody has asked for in ninety days are read anew if somebody does. */
export async function forgetOldPages(pool: Pool): Promise<void> {
  await pool.query("DELETE FROM fetched_page WHERE fetched_at < now() - interval '90 days'");
}
