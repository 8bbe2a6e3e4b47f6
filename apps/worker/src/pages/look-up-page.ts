import type { FetchResult, SafeFetch } from "@kanban/safe-fetch/safe-fetch";
import type { Pool } from "pg";
import type { PageFacts } from "./page-facts.ts";
import { findPage, keepPage, type StoredPage } from "./page.repository.ts";
import { readPage } from "./read-page.ts";

const hourMs = 3_600_000;
/** A page said to be stale at once is still not asked for at every edit of a note. */
const leastFreshMs = hourMs;
/** What a page is about does not change by the day, whatever its server says. */
const mostFreshMs = 30 * 24 * hourMs;
const usualFreshMs = 7 * 24 * hourMs;
/** Refused for good: forbidden, not there, not a page. Sites change, but slowly. */
const refusedMs = 24 * hourMs;
/** The answer to a fault that passes is asked for again by the next try of the job. */
const faultMs = 10_000;

/** A page's facts, or why there are none; `isTemporary` when trying again could help. */
export type PageAnswer = { facts: PageFacts } | { facts: null; reason: string; isTemporary: boolean };
export type LookUpPage = (url: string) => Promise<PageAnswer>;

/** Reads pages through the guard, and remembers: one page is asked for once while it is fresh, by whomever. */
export function pageReader({ pool, fetch, now }: { pool: Pool; fetch: SafeFetch; now: () => Date }): LookUpPage {
  return async (url) => {
    const at = now();
    const known = await findPage(pool, url);
    if (known && known.freshUntil > at) return answerOf(known, false);
    const validators =
      known?.facts && known.finalUrl
        ? { url: known.finalUrl, etag: known.etag, lastModified: known.lastModified }
        : null;
    const result = await fetch(url, { validators });
    const page = await pageOf(result, known, at);
    await keepPage(pool, url, page, at);
    return answerOf(page, result.kind === "refused" && result.isTemporary);
  };
}

function answerOf({ facts, refusal }: StoredPage, isTemporary: boolean): PageAnswer {
  return facts ? { facts } : { facts: null, reason: refusal ?? "nothing to read", isTemporary };
}

async function pageOf(result: FetchResult, known: StoredPage | null, at: Date): Promise<StoredPage> {
  const until = (ms: number) => new Date(at.getTime() + ms);
  const freshMs = (said: number | null) => Math.min(mostFreshMs, Math.max(leastFreshMs, said ?? usualFreshMs));
  const none = { facts: null, refusal: null, finalUrl: null, etag: null, lastModified: null };
  switch (result.kind) {
    case "page": {
      const facts = await readPage(result.bytes, result.mediaType);
      const { url: finalUrl, etag, lastModified } = result.validators;
      return { ...none, facts, finalUrl, etag, lastModified, freshUntil: until(freshMs(result.freshForMs)) };
    }
    case "unchanged":
      return { ...none, ...known, freshUntil: until(freshMs(result.freshForMs)) };
    case "refused":
      // What was known of a page outlives its server's bad day.
      if (result.isTemporary && known?.facts) return { ...known, freshUntil: until(leastFreshMs) };
      return { ...none, refusal: result.reason, freshUntil: until(result.isTemporary ? faultMs : refusedMs) };
  }
}
