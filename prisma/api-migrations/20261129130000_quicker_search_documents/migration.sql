-- As before, without looking for forms that come twice: a tsvector keeps each of them once anyway.
CREATE OR REPLACE FUNCTION "search_near"("words" text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  ARRAY(SELECT '~' || left("word", "place" - 1) || substr("word", "place" + 1)
    FROM unnest("words") AS "word", generate_series(1, length("word") + 1) AS "place"
    WHERE length("word") BETWEEN 4 AND 24);

-- A title is folded once: without the fence the planner writes the folding into each of the places that use it.
CREATE OR REPLACE FUNCTION "search_of_new_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "task_search"
  SELECT f."id", f."board_id", f."title", "search_document"(f."title", '', f."notes"), f."is_gone", f."captured_at"
  FROM (SELECT "id", "board_id", "search_fold"("title") AS "title", "notes",
      "archived_at" IS NOT NULL OR "deleted_at" IS NOT NULL AS "is_gone", "captured_at"
    FROM "inserted" OFFSET 0) f
  ON CONFLICT ("task_id") DO UPDATE SET "title" = EXCLUDED."title", "document" = EXCLUDED."document";
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "read_task_search"("task_ids" uuid[])
  RETURNS SETOF "task_search" LANGUAGE sql STABLE AS $$
  SELECT f."id", f."board_id", f."title",
    "search_document"(f."title", coalesce((SELECT string_agg(i."text", ' ') FROM "checklist_item" i WHERE i."task_id" = f."id"), ''), f."notes"),
    f."is_gone", f."captured_at"
  FROM (SELECT "id", "board_id", "search_fold"("title") AS "title", "notes",
      "archived_at" IS NOT NULL OR "deleted_at" IS NOT NULL AS "is_gone", "captured_at"
    FROM "task" WHERE "id" = ANY("task_ids") OFFSET 0) f
$$;
