import type { ClientBase } from "pg";
import { hashOldPassword } from "./hash-old-password.ts";

export type OldPerson = { email: string; password: string };

export type Account = { email: string; name: string | null; timezone: string; password: string | null };

const accounts: (Account & OldPerson)[] = [
  {
    email: "anna.weber@example.org",
    name: "Anna Weber",
    timezone: "Europe/Berlin",
    password: "correct horse battery staple",
  },
  {
    email: "Jürgen.Müller@example.org",
    name: 'Jürgen "Jimmy" Müller',
    timezone: "Europe/Zurich",
    // The ligature: normalized, it would be two letters, and another password.
    password: "ﬁne passwörd, 2024",
  },
  { email: "chloe@Example.COM", name: "Chloé 🌻", timezone: "America/Montreal", password: "aujourd'hui \\o/" },
  { email: "kenji@example.jp", name: "健二", timezone: "Asia/Tokyo", password: "ぱすわーど one two" },
];

/** How many people have regular boards: person 1 to this one. */
export const PEOPLE = accounts.length;

/** People whose accounts are as they should be. */
export async function fillPeople(client: ClientBase, seed: number): Promise<OldPerson[]> {
  for (const [index, account] of accounts.entries()) await addPerson(client, { number: index + 1, seed, ...account });
  return accounts.map(({ email, password }) => ({ email, password }));
}

/** One account; its id is `pg_temp.made('person', number)`. */
export async function addPerson(
  client: ClientBase,
  { number, seed, email, name, timezone, password }: Account & { number: number; seed: number },
): Promise<void> {
  await client.query(
    `INSERT INTO "User" ("id", "email", "name", "passwordHash", "timezone", "createdAt", "updatedAt")
     VALUES (pg_temp.made('person', $1), $2, $3, $4, $5,
       pg_temp.moment() - interval '800 days', pg_temp.moment() - interval '100 days')`,
    [number, email, name, password === null ? null : hashOldPassword(password, seed), timezone],
  );
}
