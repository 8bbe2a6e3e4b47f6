-- Lets the other side's publisher put events into event_inbox, and nothing more. Run as the owner of the database,
-- after every deployment of the schema; safe to run again, and a no-op where the role or the table does not exist
-- (a PostgreSQL of your own with one role for everything).
--
-- Parameter (a session setting): kanban.publisher
--
-- INSERT without SELECT means: `ON CONFLICT DO NOTHING` must name no conflict target, and there is no RETURNING.

DO $$
DECLARE
  publisher_name text := current_setting('kanban.publisher');
BEGIN
  IF to_regclass('public.event_inbox') IS NULL THEN
    RAISE NOTICE 'event_inbox does not exist yet: nothing to grant';
  ELSIF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = publisher_name) THEN
    RAISE NOTICE 'role % does not exist: nothing to grant', publisher_name;
  ELSIF EXISTS (SELECT FROM pg_class WHERE oid = 'public.event_inbox'::regclass AND relowner = to_regrole(quote_ident(publisher_name))) THEN
    RAISE NOTICE 'role % owns event_inbox: nothing to grant', publisher_name;
  ELSE
    EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', publisher_name);
    EXECUTE format('REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM %I', publisher_name);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', publisher_name);
    EXECUTE format('GRANT INSERT ON TABLE public.event_inbox TO %I', publisher_name);
  END IF;
END
$$;
