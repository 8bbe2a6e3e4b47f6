/** What there is before a planted migration. */
export const plantedBase = `
  CREATE TYPE "mood" AS ENUM ('good', 'bad');
  CREATE TABLE "house" ("id" UUID NOT NULL, "name" VARCHAR(40) NOT NULL, "rooms" INTEGER NOT NULL DEFAULT 1,
    "mood" "mood", "street" TEXT, CONSTRAINT "house_pkey" PRIMARY KEY ("id"));
  CREATE TABLE "street" ("name" TEXT NOT NULL, CONSTRAINT "street_pkey" PRIMARY KEY ("name"));
  CREATE UNIQUE INDEX "house_name_key" ON "house"("name");
  CREATE INDEX "house_street_idx" ON "house"("street");
  ALTER TABLE "house" ADD CONSTRAINT "house_has_rooms" CHECK ("rooms" > 0);
  CREATE VIEW "big_house" AS SELECT * FROM "house" WHERE "rooms" > 9;
  CREATE FUNCTION "bell"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
  CREATE TRIGGER "house_bell" AFTER INSERT ON "house" FOR EACH STATEMENT EXECUTE FUNCTION "bell"();
`;

/** A statement of each kind that breaks a version still serving, by the object it has to be told for. */
export const plantedBreakages: Record<string, string> = {
  "table house is": `DROP TABLE IF EXISTS "house" CASCADE;`,
  "table street is": `DROP TABLE "house", "street";`,
  "column house.street is read": `ALTER TABLE "house" ADD COLUMN "alley" TEXT, DROP COLUMN "street";`,
  "column house.street": `ALTER TABLE ONLY public.house DROP street`,
  "type mood": `DROP TYPE "mood";`,
  "schema attic": `DROP SCHEMA attic CASCADE;`,
  "view big_house": `DROP VIEW "big_house";`,
  "function bell": `DROP FUNCTION "bell"();`,
  "trigger house.house_bell": `DROP TRIGGER "house_bell" ON "house";`,
  "index house_name_key": `DROP INDEX "house_name_key";`,
  "constraint house.house_pkey": `ALTER TABLE "house" DROP CONSTRAINT "house_pkey";`,
  "table house": `ALTER TABLE "house" RENAME TO "home";`,
  "column house.name": `ALTER TABLE "house" RENAME COLUMN "name" TO "title";`,
  "column house.rooms is": `ALTER TABLE "house" RENAME "rooms" TO "chambers";`,
  "constraint house.house_has_rooms": `ALTER TABLE "house" RENAME CONSTRAINT "house_has_rooms" TO "roomy";`,
  "type mood is": `ALTER TYPE "mood" RENAME VALUE 'bad' TO 'sad';`,
  "index house_street_idx": `ALTER INDEX "house_street_idx" RENAME TO "found_by_street";`,
  "table house is looked": `ALTER TABLE "house" SET SCHEMA attic;`,
  "column house.name is": `ALTER TABLE "house" ALTER COLUMN "name" TYPE VARCHAR(20);`,
  "column house.rooms": `ALTER TABLE "house" ALTER "rooms" SET DATA TYPE BIGINT;`,
  "column house.name is read by prepared": `ALTER TABLE "house" ALTER COLUMN "name" TYPE TEXT;`,
  "column house.street is written": `ALTER TABLE "house" ALTER COLUMN "street" SET NOT NULL;`,
  "column house.rooms is left": `ALTER TABLE "house" ALTER COLUMN "rooms" DROP DEFAULT;`,
  "column house.color": `ALTER TABLE "house" ADD COLUMN "color" TEXT NOT NULL;`,
  "column house.color is": `ALTER TABLE "house" ADD "color" TEXT DEFAULT NULL NOT NULL;`,
  "column house.color is not": `ALTER TABLE "house" ADD COLUMN "color" TEXT UNIQUE DEFAULT 'red';`,
  "constraint house.house_street_key": `ALTER TABLE "house" ADD CONSTRAINT "house_street_key" UNIQUE ("street");`,
  "constraint house.named": `ALTER TABLE "house" ADD CONSTRAINT "named" CHECK (length("name") > 3) NOT VALID;`,
  "constraint house.house_street_fkey": `ALTER TABLE "house" ADD CONSTRAINT "house_street_fkey" FOREIGN KEY ("street") REFERENCES "street"("name");`,
  "constraint house.unnamed": `ALTER TABLE "house" ADD UNIQUE ("street");`,
  "index house_street_key": `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "house_street_key" ON "house" ("street");`,
  "index house_mixed": `ALTER TABLE "house" ADD COLUMN "color" TEXT; CREATE UNIQUE INDEX "house_mixed" ON "house" ("street", "color");`,
  // How Prisma takes a value out of an enum.
  "column house.mood": `CREATE TYPE "mood_new" AS ENUM ('good');
    ALTER TABLE "house" ALTER COLUMN "mood" TYPE "mood_new" USING ("mood"::text::"mood_new");
    ALTER TYPE "mood" RENAME TO "mood_old"; ALTER TYPE "mood_new" RENAME TO "mood"; DROP TYPE "mood_old";`,
  "rows house": `TRUNCATE "house" CASCADE;`,
  "rows street": `TRUNCATE TABLE "house", "street";`,
  "rows house are": `DELETE FROM "house" WHERE "rooms" = 0;`,
  "rows house are used as": `ALTER TABLE "house" ADD COLUMN "color" TEXT; UPDATE "house" SET "color" = 'red', "street" = '';`,
  "statement do": `DO $$ BEGIN DROP TABLE house; END $$;`,
  "statement revoke": `REVOKE INSERT ON "house" FROM "api";`,
  "statement with": `WITH gone AS (DELETE FROM "house" RETURNING 1) SELECT 1;`,
  "statement alter": `ALTER TABLE "house" ENABLE ROW LEVEL SECURITY;`,
};
