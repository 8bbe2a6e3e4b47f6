-- AlterTable
ALTER TABLE "agent_run" ADD COLUMN     "latency_ms" INTEGER,
ADD COLUMN     "tokens" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "took_ms" INTEGER;

-- AlterTable
ALTER TABLE "task_projection" ADD COLUMN     "archived_at" TIMESTAMPTZ(3),
ADD COLUMN     "captured_at" TIMESTAMPTZ(3),
ADD COLUMN     "context_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "estimate_minutes" INTEGER,
ADD COLUMN     "hinted_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "project_id" UUID,
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ADD COLUMN     "tag_ids" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateTable
CREATE TABLE "task_change" (
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "stamp" BIGSERIAL NOT NULL,

    CONSTRAINT "task_change_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "label_projection" (
    "label_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "board_seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_open" BOOLEAN NOT NULL,
    "is_removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "label_projection_pkey" PRIMARY KEY ("label_id")
);

-- CreateTable
CREATE TABLE "board_projection" (
    "board_id" UUID NOT NULL,
    "board_seq" BIGINT NOT NULL,
    "hints" JSONB,
    "shape" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "board_projection_pkey" PRIMARY KEY ("board_id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "hint_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "agent" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label_id" UUID,
    "confidence" DOUBLE PRECISION NOT NULL,
    "evidence_task_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "board_seq" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("hint_id")
);

-- CreateIndex
CREATE INDEX "task_change_board_id_stamp_idx" ON "task_change"("board_id", "stamp");

-- CreateIndex
CREATE INDEX "label_projection_board_id_idx" ON "label_projection"("board_id");

-- CreateIndex
CREATE INDEX "proposal_board_id_kind_idx" ON "proposal"("board_id", "kind");

-- CreateIndex
CREATE INDEX "proposal_task_id_idx" ON "proposal"("task_id");

-- CreateIndex
CREATE INDEX "proposal_evidence_task_ids_idx" ON "proposal" USING GIN ("evidence_task_ids");

-- CreateIndex
CREATE INDEX "agent_run_finished_at_idx" ON "agent_run"("finished_at");



-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────

-- Whoever writes a row of the projection, and however: what is made of the rows elsewhere must hear of it, of their end, too.
CREATE FUNCTION "note_task_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "task_change" ("task_id", "board_id")
  VALUES (coalesce(NEW."task_id", OLD."task_id"), coalesce(NEW."board_id", OLD."board_id"))
  ON CONFLICT ("task_id") DO UPDATE SET "board_id" = EXCLUDED."board_id", "stamp" = EXCLUDED."stamp";
  RETURN NULL;
END $$;
CREATE TRIGGER "task_projection_changed" AFTER INSERT OR UPDATE OR DELETE ON "task_projection"
  FOR EACH ROW EXECUTE FUNCTION "note_task_change"();

INSERT INTO "task_change" ("task_id", "board_id") SELECT "task_id", "board_id" FROM "task_projection";
