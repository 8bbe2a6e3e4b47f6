import type { ClientBase } from "pg";

/**
 * Chance that repeats itself, as functions of this session: whole tables are filled by one statement each, and the
 * same seed fills them alike.
 *
 * - `pg_temp.draw(what, number)`: a number in [0, 1)
 * - `pg_temp.made(what, number)`: an id
 * - `pg_temp.pick(words, luck)`: one of the words
 * - `pg_temp.moment()`: the time it is supposed to be, in UTC
 */
export async function createChance(client: ClientBase, { seed, now }: { seed: number; now: Date }): Promise<void> {
  if (!Number.isSafeInteger(seed)) throw new Error("A seed is a whole number.");
  // 52 of the hash's bits: a double holds no more.
  await client.query(`
    CREATE OR REPLACE FUNCTION pg_temp.draw(what text, number bigint) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
      SELECT (hashtextextended(what || number::text, ${seed}) & 4503599627370495)::float8 / 4503599627370496
    $$;
    CREATE OR REPLACE FUNCTION pg_temp.made(what text, number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
      SELECT overlay(overlay(md5('${seed} ' || what || ' ' || number::text) placing '4' from 13) placing '8' from 17)::uuid
    $$;
    CREATE OR REPLACE FUNCTION pg_temp.pick(words text[], luck float8) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT words[1 + floor(luck * cardinality(words))::int]
    $$;
    CREATE OR REPLACE FUNCTION pg_temp.moment() RETURNS timestamp LANGUAGE sql IMMUTABLE AS $$
      SELECT '${now.toISOString()}'::timestamp
    $$`);
}
