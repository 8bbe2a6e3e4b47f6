import { addPerson, type OldPerson } from "../fill-people.ts";
import type { Dirt } from "./dirt.ts";

/** People who signed up again with capitals, and can sign in to both accounts. */
const twins: OldPerson[] = [
  { email: "Anna.Weber@Example.org", password: "the second account" },
  { email: "KENJI@example.jp", password: "the Second Account" },
];

const nameless: OldPerson = { email: "nameless@example.org", password: "no name, no fame" };

/** Those among them who can sign in. */
export const dirtyPeople: OldPerson[] = [...twins, nameless];

export const peopleDirt: Record<string, Dirt> = {
  async addressesThatDifferByCase({ client, seed }) {
    for (const [index, twin] of twins.entries())
      await addPerson(client, { number: 11 + index, seed, name: "Once more", timezone: "UTC", ...twin });
  },

  async withoutName({ client, seed }) {
    await addPerson(client, { number: 21, seed, name: null, timezone: "UTC", ...nameless });
    const invited = { email: "unnamed@example.org", name: null, timezone: "UTC", password: null };
    await addPerson(client, { number: 23, seed, ...invited });
    const blank = { email: "blank@example.org", name: "", timezone: "UTC", password: null };
    await addPerson(client, { number: 22, seed, ...blank });
  },

  async withoutPasswordHash({ client, seed }) {
    for (const [index, email] of ["invited@example.org", "o'brien+kanban@example.org"].entries())
      await addPerson(client, { number: 31 + index, seed, email, name: "Guest", timezone: "UTC", password: null });
  },

  async inUnknownTimeZones({ client, seed }) {
    for (const [index, timezone] of ["Mars/Olympus_Mons", "GMT+25", ""].entries())
      await addPerson(client, {
        number: 41 + index,
        seed,
        email: `traveller${index}@example.org`,
        name: "Traveller",
        timezone,
        password: null,
      });
  },
};
