-- Unlogged: written every few seconds, worth nothing after a crash.
CREATE UNLOGGED TABLE "presence" (
    "tab_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "task_id" UUID,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("tab_id")
);

-- CreateIndex
CREATE INDEX "presence_board_id_idx" ON "presence"("board_id");

