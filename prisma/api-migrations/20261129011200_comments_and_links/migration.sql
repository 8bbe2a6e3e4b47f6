-- CreateEnum
CREATE TYPE "task_link_kind" AS ENUM ('blocks', 'relates');

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "comment_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "author_id" UUID,
    "body" TEXT NOT NULL,
    "mention_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_link" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "kind" "task_link_kind" NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,

    CONSTRAINT "task_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_task_id_created_at_idx" ON "comment"("task_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_author_id_idx" ON "comment"("author_id");

-- CreateIndex
CREATE INDEX "task_link_to_id_idx" ON "task_link"("to_id");

-- CreateIndex
CREATE INDEX "task_link_board_id_idx" ON "task_link"("board_id");

-- CreateIndex
CREATE UNIQUE INDEX "task_link_from_id_to_id_kind_key" ON "task_link"("from_id", "to_id", "kind");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_link" ADD CONSTRAINT "task_link_from_id_board_id_fkey" FOREIGN KEY ("from_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_link" ADD CONSTRAINT "task_link_to_id_board_id_fkey" FOREIGN KEY ("to_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

