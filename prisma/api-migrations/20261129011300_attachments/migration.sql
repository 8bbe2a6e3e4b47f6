-- AlterTable
ALTER TABLE "task" ADD COLUMN     "attachment_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cover" JSONB;

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "preview" TEXT NOT NULL,
    "preview_sha256" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "uploaded_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attachment_task_id_idx" ON "attachment"("task_id");

-- CreateIndex
CREATE INDEX "attachment_board_id_idx" ON "attachment"("board_id");

-- CreateIndex
CREATE INDEX "attachment_sha256_idx" ON "attachment"("sha256");

-- CreateIndex
CREATE INDEX "attachment_preview_sha256_idx" ON "attachment"("preview_sha256");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

