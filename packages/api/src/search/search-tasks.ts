import { limits } from "@kanban/domain/limits";
import { findMarks } from "@kanban/domain/search/find-marks";
import { matchTiers } from "@kanban/domain/search/match-tier";
import type { SearchHit } from "@kanban/domain/search/search-hit";
import { excerptOf } from "@kanban/domain/search/search-view";
import { searchWords, taskNumberIn } from "@kanban/domain/search/search-words";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { type FoundTask, findTasks } from "./search.repository.ts";
import { searchQueryOf } from "./search-query.ts";

/** So few exact hits that slips are worth a second look. */
const fewHits = 10;

const cursorSchema = z.strictObject({ offset: z.int().min(0).max(limits.searchDepth), isFuzzy: z.boolean() });

export const searchInput = z.strictObject({
  query: z.string().max(limits.searchQuery),
  /** Tasks in the archive and the trash as well. */
  withGone: z.boolean().default(false),
  /** The `nextCursor` of the page before. */
  cursor: cursorSchema.optional(),
});

export type SearchPage = { hits: SearchHit[]; nextCursor: z.output<typeof cursorSchema> | null };

/** Tasks of all the actor's boards that answer a query: by number, title, checklist and notes. */
export async function searchTasks(ctx: ActorContext, input: z.output<typeof searchInput>): Promise<SearchPage> {
  const words = searchWords(input.query);
  if (words.length === 0) return { hits: [], nextCursor: null };
  const { offset, isFuzzy } = input.cursor ?? { offset: 0, isFuzzy: false };
  const query = searchQueryOf(words);
  const find = (fuzzy: boolean) =>
    findTasks(ctx.pool, {
      userId: ctx.actor.userId,
      query,
      isFuzzy: fuzzy,
      title: words.join(" "),
      named: taskNumberIn(input.query),
      withGone: input.withGone,
      offset,
      // One more, to know whether there is a next page.
      size: limits.searchPage + 1,
    });
  let isForgiving = isFuzzy;
  let rows = await find(isForgiving);
  if (!input.cursor && rows.length < fewHits && query) {
    isForgiving = true;
    rows = await find(isForgiving);
  }
  const next = offset + limits.searchPage;
  const hasMore = rows.length > limits.searchPage && next <= limits.searchDepth;
  return {
    hits: rows.slice(0, limits.searchPage).map((row) => hitOf(row, words)),
    nextCursor: hasMore ? { offset: next, isFuzzy: isForgiving } : null,
  };
}

function hitOf({ isArchived, isTrashed, checklist, notes, ...row }: FoundTask, words: string[]): SearchHit {
  const tier = matchTiers[row.tier] ?? "near";
  return {
    ...row,
    tier,
    titleMarks: findMarks(row.title, words, { isFuzzy: tier === "near" }),
    excerpt: excerptOf(checklist, notes, words),
    gone: isTrashed ? "trashed" : isArchived ? "archived" : null,
  };
}
