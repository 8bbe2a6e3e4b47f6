-- Who may do what in ONE of the two databases. Run as a superuser, connected to that database (kanban_api or
-- kanban_worker, whatever its name). Used by the embedded PostgreSQL and by docker-compose alike; safe to run again.
--
-- What it leaves behind:
--   owner      owns the database and everything in it; may not enter the other database
--   publisher  the OTHER side's key to this database: may connect and, after grant-publisher.sql, INSERT into
--              event_inbox. Nothing else: no SELECT, no other table, no temporary tables
--   everyone   nothing
--
-- Its parameters are session settings, because both psql and a driver can set those without pasting text into SQL:
--   kanban.owner, kanban.owner_password, kanban.publisher, kanban.publisher_password
--   kanban.development = 'on'   lets the owner create databases: `prisma migrate dev` compares with a scratch one

DO $$
DECLARE
  owner_name     text := current_setting('kanban.owner');
  publisher_name text := current_setting('kanban.publisher');
  may_create     text := CASE current_setting('kanban.development', true) WHEN 'on' THEN 'CREATEDB' ELSE 'NOCREATEDB' END;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = owner_name) THEN
    EXECUTE format('CREATE ROLE %I', owner_name);
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS %s PASSWORD %L',
    owner_name, may_create, current_setting('kanban.owner_password'));

  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = publisher_name) THEN
    EXECUTE format('CREATE ROLE %I', publisher_name);
  END IF;
  EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS NOCREATEDB NOINHERIT PASSWORD %L',
    publisher_name, current_setting('kanban.publisher_password'));
  -- A relay that hangs must not hold its rows: it tries again a second later.
  EXECUTE format('ALTER ROLE %I SET statement_timeout = ''15s''', publisher_name);
  EXECUTE format('ALTER ROLE %I SET lock_timeout = ''5s''', publisher_name);
  EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''15s''', publisher_name);

  EXECUTE format('ALTER DATABASE %I OWNER TO %I', current_database(), owner_name);
  -- PostgreSQL lets everyone connect to, and make temporary tables in, every database. Not here.
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), publisher_name);
  -- The maintenance database would otherwise be a room where the publishers can meet.
  IF EXISTS (SELECT FROM pg_database WHERE datname = 'postgres') THEN
    REVOKE ALL ON DATABASE postgres FROM PUBLIC;
  END IF;
  REVOKE ALL ON DATABASE template1 FROM PUBLIC;

  -- public belongs to pg_database_owner, thus to the owner; a publisher may only look names up in it.
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', publisher_name);
END
$$;
