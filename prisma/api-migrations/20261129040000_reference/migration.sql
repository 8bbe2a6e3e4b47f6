-- AlterTable
ALTER TABLE "task" ADD COLUMN     "reference_at" TIMESTAMPTZ(3);
