-- CreateTable
CREATE TABLE "preview" (
    "attachment_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "author" JSONB NOT NULL,
    "event_id" UUID NOT NULL,
    "correlation_id" UUID NOT NULL,
    "depth" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "preview_pkey" PRIMARY KEY ("attachment_id")
);

