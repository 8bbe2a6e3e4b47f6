import { taskIdSchema } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import { typedInstantSchema } from "@kanban/domain/moment";
import { searchWords } from "@kanban/domain/search/search-words";
import { z } from "zod";
import type { ActorContext } from "../context.ts";
import { searchQueryOf } from "../search/search-query.ts";
import { listReferencePage, type ReferenceTask } from "./reference.repository.ts";

const cursorSchema = z.strictObject({ referenceAt: typedInstantSchema, taskId: taskIdSchema });

export const referenceInput = z.strictObject({
  /** Words of its title, notes or checklist; empty for all. */
  query: z.string().max(limits.searchQuery).default(""),
  /** The `nextCursor` of the page before. */
  cursor: cursorSchema.optional(),
});

export type ReferencePage = { tasks: ReferenceTask[]; nextCursor: z.output<typeof cursorSchema> | null };

/** What the actor keeps for reference on all boards, the latest first. */
export async function listReference(
  { db, actor }: ActorContext,
  input: z.output<typeof referenceInput>,
): Promise<ReferencePage> {
  const words = searchWords(input.query);
  const query = words.length === 0 ? null : searchQueryOf(words);
  // A question that is none (one letter) finds nothing, as in a search.
  if (words.length > 0 && !query) return { tasks: [], nextCursor: null };
  const size = limits.searchPage;
  const found = await listReferencePage(db, {
    userId: actor.userId,
    query: query?.starts ?? null,
    cursor: input.cursor ?? null,
    // One more, to know whether there is a next page.
    size: size + 1,
  });
  const tasks = found.slice(0, size);
  const last = tasks.at(-1);
  return {
    tasks,
    nextCursor: last && found.length > size ? { referenceAt: last.referenceAt, taskId: last.taskId } : null,
  };
}
