-- CreateTable
CREATE TABLE "task_search" (
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "document" tsvector NOT NULL,
    "is_gone" BOOLEAN NOT NULL,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_search_pkey" PRIMARY KEY ("task_id")
);

-- CreateIndex
CREATE INDEX "task_search_document_idx" ON "task_search" USING GIN ("document");


-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────

-- A text as it is compared: small letters, no accents, words with one space between. The same as foldText in
-- packages/domain/src/search. Needs no extension, so it works on any PostgreSQL and for any owner.
CREATE FUNCTION "search_fold"("value" text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(
        lower(regexp_replace(normalize("value", NFD), '[\u0300-\u036f]', '', 'g') COLLATE "pg_c_utf8"),
        'øłđħŧıð', 'oldhtid'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[^[:alnum:]]+' COLLATE "pg_c_utf8", ' ', 'g'));

-- Words with each of their letters left out, and whole: two words that differ by one slip share one of these. Marked
-- with a sign no word has. The same as nearWords in packages/domain/src/search.
CREATE FUNCTION "search_near"("words" text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  coalesce((SELECT array_agg(DISTINCT '~' || CASE "place" WHEN 0 THEN "word" ELSE overlay("word" PLACING '' FROM "place" FOR 1) END)
    FROM unnest("words") AS "word", generate_series(0, length("word")) AS "place"
    WHERE length("word") BETWEEN 4 AND 24), '{}');

-- Title, checklist and notes, and the slips of the title's first twenty words. Further texts of a task (its comments)
-- join here. Without positions: a word is there or not, and the index alone can tell.
CREATE FUNCTION "search_document"("folded_title" text, "checklist" text, "notes" text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  strip(to_tsvector('simple', "folded_title" || ' ' || "search_fold"("checklist") || ' ' || "search_fold"("notes")))
  || array_to_tsvector("search_near"((string_to_array("folded_title", ' '))[1:20]));

-- What is searched of these tasks, as they are at this moment.
CREATE FUNCTION "read_task_search"("task_ids" uuid[])
  RETURNS SETOF "task_search" LANGUAGE sql STABLE AS $$
  SELECT t."id", t."board_id", f."title",
    "search_document"(f."title", coalesce((SELECT string_agg(i."text", ' ') FROM "checklist_item" i WHERE i."task_id" = t."id"), ''), t."notes"),
    t."archived_at" IS NOT NULL OR t."deleted_at" IS NOT NULL, t."captured_at"
  FROM "task" t, LATERAL (SELECT "search_fold"(t."title") AS "title") f
  WHERE t."id" = ANY("task_ids")
$$;

-- Writes it. Whoever calls this holds the tasks' rows, or an older text could be written over a newer one.
CREATE FUNCTION "refresh_task_search"("task_ids" uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "task_search" SELECT * FROM "read_task_search"("task_ids")
  ON CONFLICT ("task_id") DO UPDATE SET "title" = EXCLUDED."title", "document" = EXCLUDED."document"
$$;

CREATE FUNCTION "search_of_new_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "refresh_task_search"(ARRAY(SELECT "id" FROM "inserted"));
  RETURN NULL;
END $$;
CREATE TRIGGER "task_search_insert" AFTER INSERT ON "task" REFERENCING NEW TABLE AS "inserted"
  FOR EACH STATEMENT EXECUTE FUNCTION "search_of_new_tasks"();

CREATE FUNCTION "search_of_changed_task"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM "refresh_task_search"(ARRAY[NEW."id"]);
  RETURN NULL;
END $$;
-- A move changes neither: the trigger costs it nothing.
CREATE TRIGGER "task_search_update" AFTER UPDATE OF "title", "notes" ON "task" FOR EACH ROW
  WHEN (OLD."title" IS DISTINCT FROM NEW."title" OR OLD."notes" IS DISTINCT FROM NEW."notes")
  EXECUTE FUNCTION "search_of_changed_task"();

CREATE FUNCTION "search_of_leaving_task"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "task_search" SET "is_gone" = NEW."archived_at" IS NOT NULL OR NEW."deleted_at" IS NOT NULL WHERE "task_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "task_search_leave" AFTER UPDATE OF "archived_at", "deleted_at" ON "task" FOR EACH ROW
  WHEN ((OLD."archived_at" IS NULL AND OLD."deleted_at" IS NULL) <> (NEW."archived_at" IS NULL AND NEW."deleted_at" IS NULL))
  EXECUTE FUNCTION "search_of_leaving_task"();

-- Instead of a foreign key, which would have to be emptied and restored with the tables of a backup.
CREATE FUNCTION "search_of_removed_tasks"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "task_search" WHERE "task_id" IN (SELECT "id" FROM "removed");
  RETURN NULL;
END $$;
CREATE TRIGGER "task_search_delete" AFTER DELETE ON "task" REFERENCING OLD TABLE AS "removed"
  FOR EACH STATEMENT EXECUTE FUNCTION "search_of_removed_tasks"();

CREATE FUNCTION "search_of_new_items"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "task" WHERE "id" IN (SELECT "task_id" FROM "inserted") ORDER BY "id" FOR NO KEY UPDATE;
  PERFORM "refresh_task_search"(ARRAY(SELECT DISTINCT "task_id" FROM "inserted"));
  RETURN NULL;
END $$;
CREATE TRIGGER "checklist_item_search_insert" AFTER INSERT ON "checklist_item" REFERENCING NEW TABLE AS "inserted"
  FOR EACH STATEMENT EXECUTE FUNCTION "search_of_new_items"();

CREATE FUNCTION "search_of_changed_item"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "task" WHERE "id" = NEW."task_id" FOR NO KEY UPDATE;
  PERFORM "refresh_task_search"(ARRAY[NEW."task_id"]);
  RETURN NULL;
END $$;
CREATE TRIGGER "checklist_item_search_update" AFTER UPDATE OF "text" ON "checklist_item" FOR EACH ROW
  WHEN (OLD."text" IS DISTINCT FROM NEW."text") EXECUTE FUNCTION "search_of_changed_item"();

CREATE FUNCTION "search_of_removed_items"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "task" WHERE "id" IN (SELECT "task_id" FROM "removed") ORDER BY "id" FOR NO KEY UPDATE;
  PERFORM "refresh_task_search"(ARRAY(SELECT DISTINCT "task_id" FROM "removed"));
  RETURN NULL;
END $$;
CREATE TRIGGER "checklist_item_search_delete" AFTER DELETE ON "checklist_item" REFERENCING OLD TABLE AS "removed"
  FOR EACH STATEMENT EXECUTE FUNCTION "search_of_removed_items"();

-- Writes what is missing, a thousand tasks at a time: each batch is committed, so nobody waits for all of them, and after
-- an interruption the next run goes on. Inside a restore's transaction there is nothing to commit for.
CREATE PROCEDURE "fill_task_search"() LANGUAGE plpgsql AS $$
DECLARE
  may_commit boolean := pg_current_xact_id_if_assigned() IS NULL;
  batch uuid[];
  last uuid;
BEGIN
  LOOP
    SELECT array_agg("id" ORDER BY "id") INTO batch FROM (
      SELECT "id" FROM "task" WHERE last IS NULL OR "id" > last ORDER BY "id" LIMIT 1000) AS "next";
    EXIT WHEN batch IS NULL;
    last := batch[array_upper(batch, 1)];
    -- What the triggers have written meanwhile is newer.
    INSERT INTO "task_search" SELECT * FROM "read_task_search"(batch) ON CONFLICT DO NOTHING;
    IF may_commit THEN COMMIT; END IF;
  END LOOP;
END $$;
