import { actionPattern, matchAction, plainName } from "./action-pattern.ts";
import type { Action } from "./read-actions.ts";
import { splitList } from "./split-list.ts";

/** What the migrations so far have made, as far as it decides whether a later one breaks something. */
export type KnownSchema = {
  /** "table.column" */
  columns: Set<string>;
  uniqueIndexes: Set<string>;
  /** "table.constraint" of those that only check. */
  checks: Set<string>;
};

export const emptySchema = (): KnownSchema => ({ columns: new Set(), uniqueIndexes: new Set(), checks: new Set() });

const CREATE_TABLE = actionPattern(String.raw`CREATE (?:UNLOGGED )?TABLE {table}\((?<items>.*)\)`);
const CREATE_INDEX = actionPattern(String.raw`CREATE (?<unique>UNIQUE )?INDEX {name} ON {table}`);
const CREATE_OTHER = actionPattern(
  "CREATE (?:OR REPLACE )?(?<kind>TYPE|DOMAIN|SEQUENCE|FUNCTION|PROCEDURE|VIEW|MATERIALIZED VIEW|SCHEMA) {name}",
);
const CREATE_TRIGGER = actionPattern("CREATE (?:OR REPLACE )?(?:CONSTRAINT )?TRIGGER {name} .*? ON {table}(?: |$)");
const CONSTRAINT = actionPattern("(?:ADD )?CONSTRAINT {name} (?<kind>CHECK)?");
const COLUMN = actionPattern("(?:ADD )?(?:COLUMN )?{column} ");
const OF_TABLE = actionPattern("ALTER TABLE {table} (?<what>.*)");
const RENAME_COLUMN = actionPattern("RENAME (?:COLUMN )?{from} TO {to}");
const RENAME_TABLE = actionPattern("RENAME TO {to}");

const NOT_A_COLUMN = /^(?:ADD )?(?:CONSTRAINT|PRIMARY|UNIQUE|CHECK|FOREIGN|EXCLUDE|LIKE)\b/i;

/** Takes one more action into `known`. @returns what it creates, such as "table task" or "column task.notes". */
export function learn(known: KnownSchema, { text }: Action): string[] {
  const table = CREATE_TABLE.exec(text)?.groups;
  if (table) {
    const name = plainName(table["table"] ?? "");
    const items = splitList(table["items"] ?? "").flatMap((item) => learnItem(known, name, item));
    return [`table ${name}`, ...items];
  }
  const index = matchAction(CREATE_INDEX, text);
  if (index) {
    if (index["unique"]) known.uniqueIndexes.add(index["name"] ?? "");
    return [`index ${index["name"]}`];
  }
  const trigger = matchAction(CREATE_TRIGGER, text);
  if (trigger) return [`trigger ${trigger["table"]}.${trigger["name"]}`];
  const other = matchAction(CREATE_OTHER, text);
  if (other) return text.match(/^CREATE OR REPLACE/i) ? [] : [`${other["kind"]} ${other["name"]}`];
  const change = OF_TABLE.exec(text)?.groups;
  return change ? learnChange(known, plainName(change["table"] ?? ""), change["what"] ?? "") : [];
}

function learnChange(known: KnownSchema, table: string, what: string): string[] {
  if (/^ADD /i.test(what)) return learnItem(known, table, what);
  const renamedTable = matchAction(RENAME_TABLE, what);
  const renamed = matchAction(RENAME_COLUMN, what);
  if (renamedTable) {
    for (const key of known.columns)
      if (key.startsWith(`${table}.`)) known.columns.add(`${renamedTable["to"]}.${key.slice(table.length + 1)}`);
  } else if (renamed) known.columns.add(`${table}.${renamed["to"]}`);
  return [];
}

/** A line of CREATE TABLE, or what ALTER TABLE adds. */
function learnItem(known: KnownSchema, table: string, item: string): string[] {
  if (NOT_A_COLUMN.test(item)) {
    const constraint = matchAction(CONSTRAINT, item);
    if (!constraint) return [];
    const key = `${table}.${constraint["name"]}`;
    if (constraint["kind"]) known.checks.add(key);
    return [`constraint ${key}`];
  }
  const column = matchAction(COLUMN, item)?.["column"];
  if (!column) return [];
  const key = `${table}.${column}`;
  known.columns.add(key);
  return [`column ${key}`];
}
