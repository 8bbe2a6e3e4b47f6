import type { ColumnKind } from "@kanban/domain/column-kind";
import type { BoardId, TaskId, UserId } from "@kanban/domain/ids";
import { limits } from "@kanban/domain/limits";
import type { Instant } from "@kanban/domain/moment";
import type { Pool } from "../context.ts";
import { instantOfText } from "../task/task-row.ts";
import type { SearchQuery } from "./search-query.ts";

/** A task that was found, with the texts it was found in. */
export type FoundTask = {
  taskId: TaskId;
  boardId: BoardId;
  boardName: string;
  boardKey: string;
  number: number;
  title: string;
  columnName: string;
  columnKind: ColumnKind;
  isArchived: boolean;
  isTrashed: boolean;
  capturedAt: Instant;
  /** Place in `matchTiers`. */
  tier: number;
  checklist: string;
  /** Its beginning. */
  notes: string;
};

export type Search = {
  userId: UserId;
  /** `null` asks for the task of that number alone. */
  query: SearchQuery | null;
  isFuzzy: boolean;
  /** The folded query, to tell a title that is just that. */
  title: string;
  named: { key: string | null; number: number } | null;
  withGone: boolean;
  offset: number;
  size: number;
};

/*
 * Membership is a part of the query itself: what was found on other boards is neither ranked nor counted. Bodies are
 * read for the rows of the page only, and not where the title already shows why they are there.
 */
const text = `
  WITH mine AS MATERIALIZED (
    SELECT b.id, b.name, b.key FROM board_member m JOIN board b ON b.id = m.board_id
    WHERE m.user_id = $1::uuid AND b.deleted_at IS NULL
  ), named AS MATERIALIZED (
    SELECT t.id FROM mine JOIN task t ON t.board_id = mine.id AND t.number = $2::int AND ($3::text IS NULL OR mine.key = $3)
  ), found AS (
    SELECT s.task_id AS id, 0 AS tier, s.is_gone, s.captured_at FROM named n JOIN task_search s ON s.task_id = n.id
    UNION ALL
    SELECT s.task_id, CASE
        WHEN s.title = $4 THEN 1
        WHEN ' ' || s.title || ' ' LIKE ALL ($5::text[]) THEN 2
        WHEN ' ' || s.title LIKE ALL ($6::text[]) THEN 3
        WHEN $9::boolean AND NOT s.document @@ $7::tsquery THEN 5
        ELSE 4 END, s.is_gone, s.captured_at
    FROM task_search s
    WHERE s.document @@ $8::tsquery AND s.board_id IN (SELECT id FROM mine)
      AND NOT EXISTS (SELECT FROM named n WHERE n.id = s.task_id)
  ), page AS (
    SELECT * FROM found WHERE $10::boolean OR NOT is_gone
    ORDER BY tier, is_gone, captured_at DESC, id OFFSET $11 LIMIT $12
  )
  SELECT p.id::text AS "taskId", t.board_id::text AS "boardId", mine.name AS "boardName", mine.key AS "boardKey",
    t.number, t.title, c.name AS "columnName", c.kind::text AS "columnKind", t.archived_at IS NOT NULL AS "isArchived",
    t.deleted_at IS NOT NULL AS "isTrashed", t.captured_at::text AS "capturedAt", p.tier,
    CASE WHEN p.tier < 4 THEN '' ELSE coalesce(
      (SELECT string_agg(i.text, ' ' ORDER BY i.rank) FROM checklist_item i WHERE i.task_id = p.id), '') END AS checklist,
    CASE WHEN p.tier < 4 THEN '' ELSE left(t.notes, ${limits.searchExcerptSource}) END AS notes
  FROM page p JOIN task t ON t.id = p.id JOIN mine ON mine.id = t.board_id JOIN "column" c ON c.id = t.column_id
  ORDER BY p.tier, p.is_gone, p.captured_at DESC, p.id`;

/** As PostgreSQL reads it: a query that finds nothing. */
const nothing: SearchQuery = { starts: "", near: "", wholeInTitle: [], startsInTitle: [] };

/** A page of the tasks that answer a query, on the live boards of the user, the best first. */
export async function findTasks(pool: Pool, search: Search): Promise<FoundTask[]> {
  const { isFuzzy, named } = search;
  const { starts, near, wholeInTitle, startsInTitle } = search.query ?? nothing;
  const values = [
    ...[search.userId, named?.number ?? null, named?.key ?? null, search.title, wholeInTitle, startsInTitle, starts],
    ...[isFuzzy ? near : starts, isFuzzy, search.withGone, search.offset, search.size],
  ];
  const { rows } = await pool.query<FoundTask>({ name: "search-tasks", text, values });
  return rows.map((row) => ({ ...row, capturedAt: instantOfText(row.capturedAt) }));
}
