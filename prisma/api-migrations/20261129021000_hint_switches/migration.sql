-- AlterTable
ALTER TABLE "board" ADD COLUMN     "hints" JSONB NOT NULL DEFAULT '{"isOn": true, "off": [], "folded": [], "since": {}}';

