import type pg from "pg";

/**
 * Has a table's every INSERT and UPDATE run a statement of PL/pgSQL first: sleep, or fail as a full disk does. Answers
 * how to take it out: by another body of the function, since the table's own locks are what the fault is about.
 */
export async function setTrap(database: pg.Pool, table: string, statement: string): Promise<() => Promise<void>> {
  const name = `chaos_trap_${table}`;
  const bodyOf = (body: string) =>
    `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body}; RETURN NULL; END $$`;
  await database.query(bodyOf("NULL"));
  await database.query(
    `CREATE OR REPLACE TRIGGER ${name} BEFORE INSERT OR UPDATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`,
  );
  await database.query(bodyOf(statement));
  return async () => {
    await database.query(bodyOf("NULL"));
  };
}
