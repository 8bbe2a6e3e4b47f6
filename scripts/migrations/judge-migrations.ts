import { findBreakages } from "./find-breakages.ts";
import { emptySchema, type KnownSchema } from "./known-schema.ts";
import { readContracts } from "./read-contracts.ts";

export type Migration = { name: string; script: string };

/**
 * Whether the migrations of one side, oldest first, leave a version that still serves as it is: only additions, and
 * contractions of what an earlier migration has made superfluous and says so. The first one has nothing before it;
 * neither have those in `unserved`.
 * @returns a complaint for each breach: name, line, what breaks and what to do.
 */
export function judgeMigrations(migrations: readonly Migration[], unserved: ReadonlySet<string> = new Set()): string[] {
  const known = emptySchema();
  const complaints: string[] = [];
  for (const [index, migration] of migrations.entries()) {
    const earlier = migrations.slice(0, index).map(({ name }) => name);
    const isUnserved = index === 0 || unserved.has(migration.name);
    const found = judgeOne(migration, earlier, known);
    if (!isUnserved) complaints.push(...found);
    else if (index > 0 && found.length === 0)
      complaints.push(`${migration.name}: breaks nothing, so it needs no excuse`);
  }
  const unknown = [...unserved].filter((name) => !migrations.some((migration) => migration.name === name));
  return [...complaints, ...unknown.map((name) => `${name}: is excused and is not there`)];
}

function judgeOne({ name, script }: Migration, earlier: string[], known: KnownSchema): string[] {
  const at = (line: number, words: string) => `${name}/migration.sql:${line}: ${words}`;
  try {
    const breakages = findBreakages(script, known);
    const { contracts, malformed } = readContracts(script);
    const declared = new Set(contracts.map(({ object }) => object));
    return [
      ...malformed.map((line) => at(line, `this is no declaration; ${FORM}`)),
      ...contracts
        .filter(({ since }) => !earlier.includes(since))
        .map(({ line, since }) => at(line, `${since} is no earlier migration of this side`)),
      ...contracts
        .filter(({ object }) => !breakages.some((breakage) => breakage.object === object))
        .map(({ line, object }) => at(line, `nothing here is about ${object}`)),
      ...breakages
        .filter(({ object }) => !declared.has(object))
        .map(({ line, object, why, text }) => at(line, `${object} ${why}: ${shorten(text)}\n${whatToDo(object)}`)),
    ];
  } catch (error) {
    return [`${name}/migration.sql: ${error instanceof Error ? error.message : String(error)}`];
  }
}

const FORM = "at the head it reads: -- contract: <object>, ready since <an earlier migration>";

const whatToDo = (object: string) =>
  `  The version before this one still serves while it is applied. Add the new beside the old and release that; once no
  version uses the old any more, a later migration may say at its head:
  -- contract: ${object}, ready since <the migration that made the new>`;

const shorten = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
