import { actionPattern, type Names, plainName } from "./action-pattern.ts";
import type { KnownSchema } from "./known-schema.ts";
import { splitList } from "./split-list.ts";

/** The action's words, the names in it, what earlier migrations made, and what this one has made so far. */
export type Sight = { text: string; names: Names; known: KnownSchema; made: ReadonlySet<string> };

export type BreakingRule = {
  form: RegExp;
  /** What breaks, as a declaration names it. */
  object: (names: Names) => string;
  why: string;
  /** An action of this form that harms nobody. */
  unless?: (sight: Sight) => boolean;
  /** It can throw rows away or refuse them, so whoever generated it reads it first. */
  losesData?: true;
};

const table = (names: Names) => `table ${names["table"]}`;
const column = (names: Names) => `column ${names["table"]}.${names["column"]}`;
const constraint = (names: Names) => `constraint ${names["table"]}.${names["name"] ?? "unnamed"}`;
const rows = (names: Names) => `rows ${names["table"]}`;

const COLUMN = "ALTER TABLE {table} ALTER (?:COLUMN )?{column}";
const KINDS = "SCHEMA|DOMAIN|VIEW|MATERIALIZED VIEW|SEQUENCE|FUNCTION|PROCEDURE|AGGREGATE|ROUTINE|EXTENSION|COLLATION";

/** The first rule whose form an action has decides. The last one catches whatever no rule and no harmless form knows. */
export const breakingRules: readonly BreakingRule[] = [
  { form: actionPattern("DROP TABLE {table}"), object: table, why: "is read and written", losesData: true },
  {
    form: actionPattern("DROP TYPE {name}"),
    object: ({ name }) => `type ${name}`,
    why: "is used by columns",
    losesData: true,
  },
  {
    form: actionPattern("DROP SCHEMA {name}"),
    object: ({ name }) => `schema ${name}`,
    why: "is used with all in it",
    losesData: true,
  },
  {
    form: actionPattern("DROP (?:TRIGGER|RULE|POLICY) {name} ON {table}"),
    object: (names) => `trigger ${names["table"]}.${names["name"]}`,
    why: "is counted on",
  },
  {
    form: actionPattern(`DROP (?<kind>${KINDS}) {name}`),
    object: ({ kind, name }) => `${kind} ${name}`,
    why: "is used",
  },
  {
    form: actionPattern("DROP INDEX {name}"),
    object: ({ name }) => `index ${name}`,
    why: "is unique, and its ON CONFLICT fails without it",
    unless: ({ names, known }) => !known.uniqueIndexes.has(names["name"] ?? ""),
  },
  {
    form: actionPattern("ALTER TABLE {table} RENAME TO "),
    object: table,
    why: "is read and written under its old name",
  },
  {
    form: actionPattern("ALTER TABLE {table} RENAME CONSTRAINT {name} TO "),
    object: constraint,
    why: "is known by its old name",
  },
  {
    form: actionPattern("ALTER TABLE {table} RENAME (?:COLUMN )?{column} TO "),
    object: column,
    why: "is read and written under its old name",
  },
  {
    form: actionPattern(`ALTER (?<kind>TYPE|INDEX|TRIGGER|${KINDS}) {name}.* (?:RENAME|SET SCHEMA) `),
    object: ({ kind, name }) => `${kind} ${name}`,
    why: "is known by its old name or values",
  },
  { form: actionPattern("ALTER TABLE {table} SET SCHEMA "), object: table, why: "is looked for where it was" },
  {
    form: actionPattern("ALTER TABLE {table} DROP CONSTRAINT {name}"),
    object: constraint,
    why: "may be counted on: ON CONFLICT needs a key, ON DELETE CASCADE a foreign key",
    unless: ({ names, known }) => known.checks.has(`${names["table"]}.${names["name"]}`),
  },
  {
    form: actionPattern("ALTER TABLE {table} DROP (?:COLUMN )?{column}"),
    object: column,
    why: "is read and written",
    losesData: true,
  },
  {
    // Also where every old value is one of the new type.
    form: actionPattern(`${COLUMN} (?:SET DATA )?TYPE `),
    object: column,
    why: "is read by prepared statements, which fail when its type is another, be it wider",
    losesData: true,
  },
  { form: actionPattern(`${COLUMN} SET NOT NULL`), object: column, why: "is written without a value", losesData: true },
  {
    form: actionPattern(`${COLUMN} (?:DROP (?:DEFAULT|IDENTITY|EXPRESSION)|ADD GENERATED)`),
    object: column,
    why: "is left out, or given, by who counts on it as it was",
  },
  {
    form: actionPattern("ALTER TABLE {table} ADD CONSTRAINT {name} "),
    object: constraint,
    why: "refuses rows that are written today",
    unless: isAboutNewColumns,
  },
  {
    form: actionPattern(String.raw`ALTER TABLE {table} ADD (?:PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY|EXCLUDE)\b`),
    object: constraint,
    why: "refuses rows that are written today",
    unless: isAboutNewColumns,
  },
  {
    form: actionPattern("ALTER TABLE {table} ADD (?:COLUMN )?{column} "),
    object: column,
    why: "is not among what is inserted today: it needs a DEFAULT, and one that may repeat where it is UNIQUE",
    unless: ({ text }) => {
      const isFilled = /\bDEFAULT (?!NULL\b)|\bGENERATED\b|\b(?:BIG|SMALL)?SERIAL\b/i.test(text);
      if (/\bUNIQUE\b/i.test(text) && /\bDEFAULT (?!NULL\b)/i.test(text)) return false;
      return isFilled || !/\bNOT NULL\b|\bPRIMARY KEY\b/i.test(text);
    },
  },
  {
    form: actionPattern("CREATE UNIQUE INDEX {name} ON {table}"),
    object: ({ name }) => `index ${name}`,
    why: "refuses rows that are written today",
    unless: isAboutNewColumns,
  },
  { form: actionPattern("TRUNCATE (?:TABLE )?{table}"), object: rows, why: "are used", losesData: true },
  { form: actionPattern("DELETE FROM {table}"), object: rows, why: "are used" },
  { form: actionPattern("MERGE INTO {table}"), object: rows, why: "are used as they are" },
  {
    form: actionPattern("UPDATE {table}"),
    object: rows,
    why: "are used as they are",
    unless: ({ text, names, made }) => setColumns(text).every((name) => made.has(`column ${names["table"]}.${name}`)),
  },
  {
    form: actionPattern(String.raw`(?<word>\w+)`),
    object: ({ word }) => `statement ${word}`,
    why: "is nothing this check knows to be harmless",
    unless: ({ text }) => HARMLESS.some((form) => form.test(text)),
  },
];

const HARMLESS = [
  String.raw`CREATE (?:OR REPLACE )?(?:UNLOGGED )?(?:CONSTRAINT )?(?:TABLE|INDEX|TYPE|TRIGGER|STATISTICS|${KINDS})\b`,
  String.raw`(?:COMMENT|GRANT|INSERT|SELECT|CALL|SET|ANALYZE)\b`,
  "ALTER TYPE {name} ADD VALUE ",
  `${COLUMN} (?:SET DEFAULT|DROP NOT NULL|SET STATISTICS) ?`,
  "ALTER TABLE {table} VALIDATE CONSTRAINT ",
].map(actionPattern);

/** True when a constraint or an index names columns of this migration, and none that was there before. */
function isAboutNewColumns({ text, names, known, made }: Sight): boolean {
  const [own = ""] = text.slice(text.indexOf("(")).split(/ REFERENCES /i);
  const columns = [...own.matchAll(/"[^"]+"|\w+/g)].map(([word]) => `${names["table"]}.${plainName(word)}`);
  const isNew = (key: string) => made.has(`column ${key}`);
  return columns.some(isNew) && !columns.some((key) => known.columns.has(key) && !isNew(key));
}

/** The columns an UPDATE writes. */
function setColumns(text: string): string[] {
  const assigned = /^UPDATE .*? SET (.*)$/i.exec(text)?.[1] ?? "";
  const items = splitList(assigned.replace(/ (?:FROM|WHERE) .*$/i, ""));
  return items.map((item) => plainName(item.split(/ ?=/)[0] ?? ""));
}
