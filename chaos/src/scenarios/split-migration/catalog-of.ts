import { withClient } from "@kanban/testing/open-client";

const isOurs = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";
const relation = "pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace";
const rights = (acl: string) =>
  `coalesce((SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest(${acl}) AS a), '')`;

/** What a database is made of, each thing by its name: `key` and `value`. */
const queries = {
  column: `SELECT c.relname || '.' || a.attname AS key, concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull,
      a.attidentity::text, a.attcollation::regcollation, pg_get_expr(d.adbin, d.adrelid)) AS value
    FROM ${relation} JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum) WHERE c.relkind = 'r' AND ${isOurs}`,
  constraint: `SELECT c.relname || '.' || k.conname AS key, pg_get_constraintdef(k.oid) || ' valid ' || k.convalidated AS value
    FROM ${relation} JOIN pg_constraint k ON k.conrelid = c.oid WHERE ${isOurs}`,
  index: `SELECT c.relname AS key, pg_get_indexdef(i.indexrelid) || ' valid ' || i.indisvalid AS value
    FROM ${relation} JOIN pg_index i ON i.indexrelid = c.oid WHERE ${isOurs}`,
  trigger: `SELECT c.relname || '.' || t.tgname AS key, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text AS value
    FROM ${relation} JOIN pg_trigger t ON t.tgrelid = c.oid WHERE NOT t.tgisinternal AND ${isOurs}`,
  function: `SELECT p.oid::regprocedure::text AS key, md5(p.prosrc) || ' ' || ${rights("p.proacl")} AS value
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${isOurs}`,
  grant: `SELECT c.relkind::text || ' ' || c.relname AS key, c.relowner::regrole::text || ' ' || ${rights("c.relacl")} AS value
    FROM ${relation} WHERE c.relkind IN ('r', 'S') AND ${isOurs}
    UNION ALL SELECT c.relname || '.' || a.attname, ${rights("a.attacl")}
    FROM ${relation} JOIN pg_attribute a ON a.attrelid = c.oid WHERE a.attacl IS NOT NULL AND ${isOurs}
    UNION ALL SELECT 'schema ' || n.nspname, n.nspowner::regrole::text || ' ' || ${rights("n.nspacl")} FROM pg_namespace n WHERE ${isOurs}`,
  sequence: `SELECT sequencename AS key, concat_ws(' ', start_value, increment_by, last_value) AS value FROM pg_sequences`,
  setting: `SELECT 'of role ' || setrole AS key, array_to_string(ARRAY(SELECT unnest(setconfig) ORDER BY 1), ', ') AS value
    FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  database: `SELECT 'rights' AS key, datdba::regrole::text || ' ' || ${rights("datacl")} AS value
    FROM pg_database WHERE datname = current_database()`,
};

export type CatalogKind = keyof typeof queries;

/** What a database is made of besides its rows, as far as `kinds` ask: to be compared by `differing`. */
export async function catalogOf(url: string, kinds: readonly CatalogKind[]): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const catalog: Record<string, string> = {};
    for (const kind of kinds) {
      const { rows } = await client.query<{ key: string; value: string }>(queries[kind]);
      for (const { key, value } of rows) catalog[`${kind} ${key}`] = value;
    }
    return catalog;
  });
}

/** Of a database of ours: how far a sequence has come is its rows' affair. */
export const schemaKinds = ["column", "constraint", "index", "trigger", "function", "grant"] as const;

/** Of the predecessor's, which is to be left as it was. */
export const allKinds = Object.keys(queries) as CatalogKind[];
