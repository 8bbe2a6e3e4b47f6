import pg from "pg";

/** A connection of somebody else's to one of the databases, past the wires, with none of the product's limits. */
export async function connectOutsider(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "chaos-outsider" });
  client.on("error", () => {});
  await client.connect();
  return client;
}
