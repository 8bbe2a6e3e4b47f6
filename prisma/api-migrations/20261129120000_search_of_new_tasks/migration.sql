-- A new task has no checklist yet: all that is searched of it stands in its own row. Read from there, it needs no plan
-- made anew at every insert, which took longer than all else a capture does.
CREATE OR REPLACE FUNCTION "search_of_new_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "task_search"
  SELECT i."id", i."board_id", f."title", "search_document"(f."title", '', i."notes"),
    i."archived_at" IS NOT NULL OR i."deleted_at" IS NOT NULL, i."captured_at"
  FROM "inserted" i, LATERAL (SELECT "search_fold"(i."title") AS "title") f
  ON CONFLICT ("task_id") DO UPDATE SET "title" = EXCLUDED."title", "document" = EXCLUDED."document";
  RETURN NULL;
END $$;
