-- Tasks from before the triggers, a thousand at a time: each batch is committed, so nobody waits for all of them, and
-- after an interruption the next run goes on where this one stopped. One statement, because only then it may commit;
-- inside a restore's transaction there is nothing to commit for.
DO $$
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
