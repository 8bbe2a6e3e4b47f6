-- It always was the version of the text, and the event that text came with.
ALTER TABLE "agent_run" RENAME COLUMN "task_version" TO "text_version";
ALTER TABLE "agent_run" RENAME COLUMN "causation_id" TO "text_event_id";
DROP INDEX "agent_run_agent_task_id_task_version_key";
CREATE UNIQUE INDEX "agent_run_agent_task_id_text_event_id_key" ON "agent_run"("agent", "task_id", "text_event_id");

-- What is known of tasks lacks who wrote their text. With a board's next event
-- the worker misses those before, and asks the API for the board as it is.
DELETE FROM "task_projection";

-- AlterTable
ALTER TABLE "task_projection" DROP COLUMN "time_zone",
ADD COLUMN     "text_author" JSONB NOT NULL,
ADD COLUMN     "text_correlation_id" UUID NOT NULL,
ADD COLUMN     "text_depth" INTEGER NOT NULL,
ADD COLUMN     "text_event_id" UUID NOT NULL,
ADD COLUMN     "text_version" INTEGER NOT NULL,
ADD COLUMN     "text_written_at" TIMESTAMPTZ(3) NOT NULL;

-- CreateTable
CREATE TABLE "board_cursor" (
    "board_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "waiting_since" TIMESTAMPTZ(3),
    "snapshot_requested_at" TIMESTAMPTZ(3),

    CONSTRAINT "board_cursor_pkey" PRIMARY KEY ("board_id")
);



-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────

-- Boards that wait for a missing event, usually none.
CREATE INDEX "board_cursor_waiting" ON "board_cursor" ("board_id") WHERE "waiting_since" IS NOT NULL;
