-- CreateTable
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "grouping" TEXT,
    "rank" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_board_id_rank_key" ON "saved_view"("board_id", "rank");

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma cannot say: ranks are compared byte by byte.
ALTER TABLE "saved_view" ALTER COLUMN "rank" TYPE text COLLATE "C";
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_rank_length" CHECK (length("rank") BETWEEN 1 AND 200);
