import type { ClientBase } from "pg";

/** One transaction in which the predecessor's unqualified names mean the tables of `schema`. */
export async function inSchema<T>(client: ClientBase, schema: string, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    await client.query(`SET LOCAL search_path TO ${client.escapeIdentifier(schema)}`);
    const result = await work();
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
