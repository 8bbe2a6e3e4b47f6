-- CreateTable
CREATE TABLE "predecessor_move" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL,
    "state" JSONB NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "predecessor_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "predecessor_board" (
    "id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "last_event_at" TIMESTAMPTZ(3),

    CONSTRAINT "predecessor_board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "predecessor_row" (
    "table" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "board_id" UUID,
    "kind" TEXT NOT NULL,
    "row" JSONB NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "predecessor_row_pkey" PRIMARY KEY ("table","id")
);

-- CreateIndex
CREATE INDEX "predecessor_row_board_id_idx" ON "predecessor_row"("board_id");


-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────
ALTER TABLE "predecessor_move" ADD CONSTRAINT "predecessor_move_one_row" CHECK ("id" = 1);
