-- AlterTable
ALTER TABLE "instance" ADD COLUMN     "sent_up_to" UUID;

-- AlterTable
ALTER TABLE "peer" ADD COLUMN     "knows_epoch" UUID;

-- What has been published so far has an end, too.
UPDATE "instance" SET "sent_up_to" = (
  SELECT "id" FROM "event_outbox" WHERE "published_at" IS NOT NULL ORDER BY "position" DESC LIMIT 1);
