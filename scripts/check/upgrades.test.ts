import { expect, test } from "vitest";
import { judgeMigrations } from "../migrations/judge-migrations.ts";
import { plantedBase, plantedBreakages } from "./planted-migrations.ts";
import { checkUpgrades, judgePlanted } from "./upgrades.ts";

test("the migrations of today leave a version that serves as it is, and the check sees", () => {
  expect(checkUpgrades()).toEqual([]);
});

test.each(Object.entries(plantedBreakages))("%s … is told", (object, script) => {
  expect(judgePlanted(script).join("\n")).toContain(object);
});

test.each([
  `CREATE TABLE "shed" ("id" UUID NOT NULL, "name" TEXT); ALTER TABLE "shed" ALTER COLUMN "name" SET NOT NULL;
   ALTER TABLE "shed" DROP COLUMN "name"; DROP TABLE "shed";`,
  `ALTER TABLE "house" ADD COLUMN "color" TEXT, ADD COLUMN "doors" INTEGER NOT NULL DEFAULT 1`,
  `ALTER TABLE "house" ADD COLUMN "n" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY`,
  `ALTER TABLE "house" ADD COLUMN "color" TEXT; UPDATE "house" SET "color" = (SELECT "name" FROM "street" LIMIT 1);
   CREATE UNIQUE INDEX "house_color_key" ON "house"("color");
   ALTER TABLE "house" ADD CONSTRAINT "house_color_fkey" FOREIGN KEY ("color") REFERENCES "street"("name");`,
  `ALTER TABLE "house" ALTER COLUMN "name" DROP NOT NULL, ALTER COLUMN "street" SET DEFAULT ''`,
  `DROP INDEX "house_street_idx"; CREATE INDEX CONCURRENTLY "x" ON "house" ("name")`,
  `ALTER TABLE "house" DROP CONSTRAINT "house_has_rooms"`,
  `ALTER TYPE "mood" ADD VALUE 'fair'; COMMENT ON TABLE "house" IS 'DROP TABLE "house";'`,
  `CREATE OR REPLACE FUNCTION "bell"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM house; RETURN NULL; END $$;
   -- DROP TABLE "house";
   INSERT INTO "street" ("name") VALUES ('; TRUNCATE "street"')`,
])("%s harms nobody", (script) => {
  expect(judgePlanted(script)).toEqual([]);
});

test("a complaint says where, what and what to do", () => {
  const [complaint] = judgePlanted(`\n\nALTER TABLE "house"\n  DROP COLUMN "street";`);
  expect(complaint).toContain("20260102000000_planted/migration.sql:3: column house.street is read and written");
  expect(complaint).toContain("-- contract: column house.street, ready since <the migration that made the new>");
});

const expand = { name: "20260102000000_lanes", script: `ALTER TABLE "house" ADD COLUMN "lane" TEXT;` };
const after = (script: string, unserved?: ReadonlySet<string>) =>
  judgeMigrations(
    [{ name: "20260101000000_init", script: plantedBase }, expand, { name: "20260103000000_next", script }],
    unserved,
  );
const declaration = (object: string, since: string) => `-- contract: ${object}, ready since ${since}\n`;
const dropStreet = `ALTER TABLE "house" DROP COLUMN "street";`;

test("what is declared at the head may go, and nothing else", () => {
  const head = declaration("column house.street", "20260102000000_lanes");
  expect(after(head + dropStreet)).toEqual([]);
  expect(after(`-- AlterTable\n${head}\n${dropStreet}`)).toEqual([]);
  expect(after(`${head}${dropStreet}\nDELETE FROM "house";`)).toEqual([expect.stringContaining("rows house are used")]);
});

test.each([
  ["itself", declaration("column house.street", "20260103000000_next") + dropStreet, "no earlier migration"],
  ["an unknown one", declaration("column house.street", "20250101000000_x") + dropStreet, "no earlier migration"],
  ["an object untouched", declaration("column house.name", expand.name) + "SELECT 1;", "nothing here is about"],
  ["no migration", `-- contract: column house.street\n${dropStreet}`, "this is no declaration"],
  ["it too late", `${dropStreet}\n${declaration("column house.street", expand.name)}`, "this is no declaration"],
])("a declaration that names %s is none", (_, script, complaint) => {
  expect(after(script).join("\n")).toContain(complaint);
});

test("an excuse is for a migration that is there and breaks something", () => {
  expect(after(dropStreet, new Set(["20260103000000_next"]))).toEqual([]);
  expect(after("SELECT 1", new Set(["20260103000000_next", "gone"]))).toEqual([
    "20260103000000_next: breaks nothing, so it needs no excuse",
    "gone: is excused and is not there",
  ]);
});

test("what cannot be read is not let through", () => {
  expect(judgePlanted("SELECT 'a")).toEqual(["20260102000000_planted/migration.sql: line 1: ' is never closed"]);
});
