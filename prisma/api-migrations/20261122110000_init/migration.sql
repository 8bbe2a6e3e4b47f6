-- CreateEnum
CREATE TYPE "wip_policy" AS ENUM ('warn', 'ask', 'block');

-- CreateEnum
CREATE TYPE "board_role" AS ENUM ('owner', 'editor', 'viewer');

-- CreateEnum
CREATE TYPE "column_kind" AS ENUM ('inbox', 'next', 'doing', 'waiting', 'someday', 'done');

-- CreateTable
CREATE TABLE "instance" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" UUID NOT NULL DEFAULT gen_random_uuid(),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "is_admin" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "wip_policy" "wip_policy" NOT NULL DEFAULT 'block',
    "sleep_after_days" INTEGER NOT NULL DEFAULT 14,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "next_number" INTEGER NOT NULL DEFAULT 1,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "board_member" (
    "board_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "board_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "board_member_pkey" PRIMARY KEY ("board_id","user_id")
);

-- CreateTable
CREATE TABLE "column" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "column_kind" NOT NULL,
    "context_id" UUID,
    "wip_limit" INTEGER,
    "rank" TEXT NOT NULL,
    "open_tasks" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "column_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "column_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "notes_version" INTEGER NOT NULL DEFAULT 0,
    "text_version" INTEGER NOT NULL DEFAULT 1,
    "rank" TEXT NOT NULL,
    "project_id" UUID,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "estimate_minutes" INTEGER,
    "energy" TEXT,
    "waiting_for_who" TEXT,
    "waiting_since" TIMESTAMPTZ(3),
    "follow_up_on" DATE,
    "defer_until_day" DATE,
    "defer_until_at" TIMESTAMPTZ(3),
    "due_day" DATE,
    "due_at" TIMESTAMPTZ(3),
    "needs_breakdown" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'web',
    "captured_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "entered_column_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "checklist_total" INTEGER NOT NULL DEFAULT 0,
    "checklist_done" INTEGER NOT NULL DEFAULT 0,
    "hint_count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_item" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "is_done" BOOLEAN NOT NULL DEFAULT false,
    "rank" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tag" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "context" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "context_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "desired_outcome" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_tag" (
    "task_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,

    CONSTRAINT "task_tag_pkey" PRIMARY KEY ("task_id","tag_id")
);

-- CreateTable
CREATE TABLE "task_context" (
    "task_id" UUID NOT NULL,
    "context_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,

    CONSTRAINT "task_context_pkey" PRIMARY KEY ("task_id","context_id")
);

-- CreateTable
CREATE TABLE "task_assignee" (
    "task_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,

    CONSTRAINT "task_assignee_pkey" PRIMARY KEY ("task_id","user_id")
);

-- CreateTable
CREATE TABLE "hint" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "agent" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "evidence" JSONB NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "task_version" INTEGER NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,

    CONSTRAINT "hint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_transition" (
    "id" BIGSERIAL NOT NULL,
    "board_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "from_column_id" UUID,
    "from_kind" "column_kind",
    "to_column_id" UUID,
    "to_kind" "column_kind",
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_log" (
    "position" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "board_seq" BIGINT NOT NULL,
    "aggregate_type" TEXT NOT NULL,
    "aggregate_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "actor" JSONB NOT NULL,
    "mutation_id" UUID NOT NULL,
    "causation_id" UUID,
    "correlation_id" UUID NOT NULL,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_log_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "event_inbox" (
    "position" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "envelope" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),
    "parked_at" TIMESTAMPTZ(3),
    "park_reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "event_inbox_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "event_handler_failure" (
    "id" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,
    "handler" TEXT NOT NULL,
    "error" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_handler_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_key" TEXT NOT NULL,
    "mutation_id" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_key","mutation_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "board_member_user_id_idx" ON "board_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "column_id_board_id_key" ON "column"("id", "board_id");

-- CreateIndex
CREATE UNIQUE INDEX "column_board_id_rank_key" ON "column"("board_id", "rank");

-- CreateIndex
CREATE INDEX "task_board_id_idx" ON "task"("board_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_id_board_id_key" ON "task"("id", "board_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_board_id_number_key" ON "task"("board_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_item_task_id_rank_key" ON "checklist_item"("task_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "tag_id_board_id_key" ON "tag"("id", "board_id");

-- CreateIndex
CREATE UNIQUE INDEX "context_id_board_id_key" ON "context"("id", "board_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_id_board_id_key" ON "project"("id", "board_id");

-- CreateIndex
CREATE INDEX "task_tag_tag_id_idx" ON "task_tag"("tag_id");

-- CreateIndex
CREATE INDEX "task_tag_board_id_idx" ON "task_tag"("board_id");

-- CreateIndex
CREATE INDEX "task_context_context_id_idx" ON "task_context"("context_id");

-- CreateIndex
CREATE INDEX "task_context_board_id_idx" ON "task_context"("board_id");

-- CreateIndex
CREATE INDEX "task_assignee_user_id_idx" ON "task_assignee"("user_id");

-- CreateIndex
CREATE INDEX "task_assignee_board_id_idx" ON "task_assignee"("board_id");

-- CreateIndex
CREATE INDEX "hint_task_id_idx" ON "hint"("task_id");

-- CreateIndex
CREATE INDEX "task_transition_board_id_at_idx" ON "task_transition"("board_id", "at");

-- CreateIndex
CREATE INDEX "task_transition_task_id_at_idx" ON "task_transition"("task_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "event_log_id_key" ON "event_log"("id");

-- CreateIndex
CREATE INDEX "event_log_aggregate_id_idx" ON "event_log"("aggregate_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_log_board_id_board_seq_key" ON "event_log"("board_id", "board_seq");

-- CreateIndex
CREATE UNIQUE INDEX "event_inbox_id_key" ON "event_inbox"("id");

-- CreateIndex
CREATE INDEX "event_handler_failure_event_id_idx" ON "event_handler_failure"("event_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_member" ADD CONSTRAINT "board_member_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_member" ADD CONSTRAINT "board_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column" ADD CONSTRAINT "column_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column" ADD CONSTRAINT "column_context_id_board_id_fkey" FOREIGN KEY ("context_id", "board_id") REFERENCES "context"("id", "board_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_column_id_board_id_fkey" FOREIGN KEY ("column_id", "board_id") REFERENCES "column"("id", "board_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_project_id_board_id_fkey" FOREIGN KEY ("project_id", "board_id") REFERENCES "project"("id", "board_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag" ADD CONSTRAINT "tag_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "context" ADD CONSTRAINT "context_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_tag" ADD CONSTRAINT "task_tag_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_tag" ADD CONSTRAINT "task_tag_tag_id_board_id_fkey" FOREIGN KEY ("tag_id", "board_id") REFERENCES "tag"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_context" ADD CONSTRAINT "task_context_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_context" ADD CONSTRAINT "task_context_context_id_board_id_fkey" FOREIGN KEY ("context_id", "board_id") REFERENCES "context"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assignee" ADD CONSTRAINT "task_assignee_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_assignee" ADD CONSTRAINT "task_assignee_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hint" ADD CONSTRAINT "hint_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;



-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────

-- Ranks are compared byte by byte.
ALTER TABLE "column" ALTER COLUMN "rank" TYPE text COLLATE "C";
ALTER TABLE "task" ALTER COLUMN "rank" TYPE text COLLATE "C";
ALTER TABLE "checklist_item" ALTER COLUMN "rank" TYPE text COLLATE "C";
ALTER TABLE "column" ADD CONSTRAINT "column_rank_length" CHECK (length("rank") BETWEEN 1 AND 200);
ALTER TABLE "task" ADD CONSTRAINT "task_rank_length" CHECK (length("rank") BETWEEN 1 AND 200);
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_rank_length" CHECK (length("rank") BETWEEN 1 AND 200);

-- One live task per place; archived and trashed tasks give their place up.
CREATE UNIQUE INDEX "task_live_place" ON "task" ("column_id", "rank") WHERE "archived_at" IS NULL AND "deleted_at" IS NULL;
CREATE INDEX "task_live_board" ON "task" ("board_id") WHERE "archived_at" IS NULL AND "deleted_at" IS NULL;

-- The counter behind the WIP limit cannot go below zero.
ALTER TABLE "column" ADD CONSTRAINT "column_open_tasks_not_negative" CHECK ("open_tasks" >= 0);
ALTER TABLE "column" ADD CONSTRAINT "column_wip_limit_positive" CHECK ("wip_limit" IS NULL OR "wip_limit" >= 1);

-- A moment is a whole day or an instant, never both.
ALTER TABLE "task" ADD CONSTRAINT "task_due_one_way" CHECK ("due_day" IS NULL OR "due_at" IS NULL);
ALTER TABLE "task" ADD CONSTRAINT "task_defer_one_way" CHECK ("defer_until_day" IS NULL OR "defer_until_at" IS NULL);

-- Names are unique on a board, whatever their case.
CREATE UNIQUE INDEX "tag_name_on_board" ON "tag" ("board_id", lower("name"));
CREATE UNIQUE INDEX "context_name_on_board" ON "context" ("board_id", lower("name"));
CREATE UNIQUE INDEX "project_name_on_board" ON "project" ("board_id", lower("name"));

-- One row of settings.
ALTER TABLE "instance" ADD CONSTRAINT "instance_one_row" CHECK ("id" = 1);
INSERT INTO "instance" ("id") VALUES (1) ON CONFLICT DO NOTHING;

-- The relay reads only what is unpublished, in order; the consumer only what is unhandled.
CREATE INDEX "event_log_unpublished" ON "event_log" ("position") WHERE "published_at" IS NULL;
CREATE INDEX "event_inbox_open" ON "event_inbox" ("position") WHERE "handled_at" IS NULL AND "parked_at" IS NULL;

-- Events are facts: only the publication mark may change, and nothing but a removed demo board may delete them.
CREATE FUNCTION "refuse_event_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'published_at' IS DISTINCT FROM to_jsonb(OLD) - 'published_at' THEN
    RAISE EXCEPTION 'event_log is immutable';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "event_log_immutable" BEFORE UPDATE ON "event_log" FOR EACH ROW EXECUTE FUNCTION "refuse_event_change"();

-- Wake-ups carry no payload but the board: what happened is read from the tables.
CREATE FUNCTION "notify_event_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('event_log', "board_id"::text) FROM (SELECT DISTINCT "board_id" FROM "inserted") AS "boards";
  RETURN NULL;
END $$;
CREATE TRIGGER "event_log_notify" AFTER INSERT ON "event_log" REFERENCING NEW TABLE AS "inserted"
  FOR EACH STATEMENT EXECUTE FUNCTION "notify_event_log"();

CREATE FUNCTION "notify_event_inbox"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('event_inbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "event_inbox_notify" AFTER INSERT ON "event_inbox" FOR EACH STATEMENT EXECUTE FUNCTION "notify_event_inbox"();

-- Positions are the database's to give; a publisher that may only INSERT needs no right on a sequence.
ALTER TABLE "event_log" ALTER COLUMN "position" DROP DEFAULT;
DROP SEQUENCE "event_log_position_seq";
ALTER TABLE "event_log" ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE "event_inbox" ALTER COLUMN "position" DROP DEFAULT;
DROP SEQUENCE "event_inbox_position_seq";
ALTER TABLE "event_inbox" ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY;
