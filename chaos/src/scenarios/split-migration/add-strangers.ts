import type { ClientBase } from "pg";

/** What somebody has added to the predecessor's database by hand: a table with a sequence and a key, and a reader. */
export async function addStrangers(client: ClientBase): Promise<void> {
  await client.query(`
    CREATE TABLE "Note" (
      "number" serial PRIMARY KEY, "userId" uuid NOT NULL REFERENCES "User" ("id"), "text" text CHECK ("text" <> '')
    );
    CREATE INDEX ON "Note" (lower("text"));
    INSERT INTO "Note" ("userId", "text") SELECT "id", 'a note of ' || "email" FROM "User";
    GRANT SELECT ON ALL TABLES IN SCHEMA public TO old_reader;
    GRANT UPDATE ("text") ON "Note" TO old_reader`);
}
