-- AlterTable
ALTER TABLE "event_inbox" ADD COLUMN     "discarded_at" TIMESTAMPTZ(3),
ADD COLUMN     "redrives" INTEGER NOT NULL DEFAULT 0;
