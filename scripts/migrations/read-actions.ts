import { readStatements, type Statement } from "./read-statements.ts";
import { splitList } from "./split-list.ts";

/** One thing a migration does: ALTER TABLE, DROP and TRUNCATE may do several in a statement, and are taken apart. */
export type Action = Statement;

/** Words that change nothing about what an action is about. */
const FILLING = /\b(?:IF EXISTS|IF NOT EXISTS|CONCURRENTLY|ONLY) |(?:"public"|\bpublic)\./gi;
const WITH_LIST = /^(?<head>ALTER TABLE (?:"[^"]+"|\w+)|DROP (?:MATERIALIZED )?\w+|TRUNCATE(?: TABLE)?) (?<list>.*)$/i;

/** Everything a script does, in order. @throws where the script cannot be read. */
export function readActions(script: string): Action[] {
  return readStatements(script).flatMap(({ line, text }) => {
    const plain = text.replaceAll(FILLING, "");
    const { head, list = "" } = WITH_LIST.exec(plain)?.groups ?? {};
    return head ? splitList(list).map((item) => ({ line, text: `${head} ${item}` })) : [{ line, text: plain }];
  });
}
