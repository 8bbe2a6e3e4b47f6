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
CREATE TABLE "event_outbox" (
    "position" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "envelope" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "event_outbox_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "task_projection" (
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "board_seq" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "due_at" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "gone_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_projection_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "agent_run" (
    "id" UUID NOT NULL,
    "agent" TEXT NOT NULL,
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "task_version" INTEGER NOT NULL,
    "causation_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "error" TEXT,
    "hints" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "event_inbox_id_key" ON "event_inbox"("id");

-- CreateIndex
CREATE INDEX "event_handler_failure_event_id_idx" ON "event_handler_failure"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_outbox_id_key" ON "event_outbox"("id");

-- CreateIndex
CREATE INDEX "task_projection_board_id_idx" ON "task_projection"("board_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_run_agent_task_id_task_version_key" ON "agent_run"("agent", "task_id", "task_version");



-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────

CREATE INDEX "event_outbox_unpublished" ON "event_outbox" ("position") WHERE "published_at" IS NULL;
CREATE INDEX "event_inbox_open" ON "event_inbox" ("position") WHERE "handled_at" IS NULL AND "parked_at" IS NULL;

CREATE FUNCTION "notify_event_outbox"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('event_outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "event_outbox_notify" AFTER INSERT ON "event_outbox" FOR EACH STATEMENT EXECUTE FUNCTION "notify_event_outbox"();

CREATE FUNCTION "notify_event_inbox"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('event_inbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "event_inbox_notify" AFTER INSERT ON "event_inbox" FOR EACH STATEMENT EXECUTE FUNCTION "notify_event_inbox"();

-- Positions are the database's to give; a publisher that may only INSERT needs no right on a sequence.
ALTER TABLE "event_outbox" ALTER COLUMN "position" DROP DEFAULT;
DROP SEQUENCE "event_outbox_position_seq";
ALTER TABLE "event_outbox" ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE "event_inbox" ALTER COLUMN "position" DROP DEFAULT;
DROP SEQUENCE "event_inbox_position_seq";
ALTER TABLE "event_inbox" ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY;
