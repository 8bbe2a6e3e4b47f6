-- Unlogged: written as agents go along, worth nothing after a crash.
CREATE UNLOGGED TABLE "task_reading" (
    "task_id" UUID NOT NULL,
    "agent" TEXT NOT NULL,
    "board_id" UUID NOT NULL,
    "text_version" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_reading_pkey" PRIMARY KEY ("task_id", "agent")
);

-- CreateIndex
CREATE INDEX "task_reading_board_id_idx" ON "task_reading"("board_id");
