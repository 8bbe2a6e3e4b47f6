import { readFileSync } from "node:fs";
import path from "node:path";
import { withClient } from "@kanban/testing/open-client";
import { PROJECT_ROOT } from "../prisma/database-side.ts";

const FORM =
  /^(?:PGOPTIONS="(?<options>[^"]*)" )?psql -h \S+ -U postgres (?:-c '(?<sql>[^']+)'|-d (?<database>\w+) -f (?<file>\S+))$/;

/**
 * Does what psql would, which the embedded PostgreSQL does not bring: the same statements with the same settings, as the
 * same superuser, with `names` in the place of the document's.
 */
export async function runAsPsql(command: string, adminUrl: string, names: Record<string, string>): Promise<void> {
  const renamed = command.replaceAll(/\w+/g, (word) => names[word] ?? word);
  const { options = "", sql, database = "postgres", file = "" } = FORM.exec(renamed)?.groups ?? {};
  if (!sql && !file) throw new Error(`This is no psql command the test can run: ${command}`);
  const url = Object.assign(new URL(adminUrl), { pathname: `/${database}` });
  url.searchParams.set("options", options);
  await withClient(url.href, (client) => client.query(sql ?? readFileSync(path.join(PROJECT_ROOT, file), "utf8")));
}
