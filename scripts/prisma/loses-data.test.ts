import { expect, test } from "vitest";
import { losesData } from "./loses-data.ts";

test.each([
  'DROP TABLE "task";',
  'ALTER TABLE "task" DROP COLUMN "notes";',
  'ALTER TABLE "task" ALTER COLUMN "number" SET DATA TYPE SMALLINT;',
  'ALTER TABLE "task" ALTER COLUMN "notes" SET NOT NULL;',
])("%s has to be read first", (statement) => {
  expect(losesData(`-- AlterTable\n${statement}\n`)).toBe(true);
});

test.each([
  'CREATE TABLE "x" ("id" UUID NOT NULL);',
  'ALTER TABLE "task" ADD COLUMN "energy" TEXT;',
  'DROP INDEX "task_board_id_idx";',
])("%s may be applied at once", (statement) => {
  expect(losesData(statement)).toBe(false);
});
