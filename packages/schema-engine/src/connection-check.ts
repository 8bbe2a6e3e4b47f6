import pg from "pg";
import type { Connection } from "./connection.ts";

/** The refusal as the Prisma CLI expects it: its error code and a sentence. */
export type Refusal = { error_code: string; message: string };

/** Connects once; null when that works. */
export async function checkConnection(connection: Connection): Promise<Refusal | null> {
  return attempt(connection, async () => {});
}

/** Creates the database by way of the maintenance database `postgres`, as the native engine does. */
export async function createDatabase(connection: Connection): Promise<Refusal | null> {
  return attempt({ ...connection, database: "postgres" }, async (client) => {
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(connection.database)}`);
  });
}

/** Translates what pg says into the CLI's codes; the CLI offers to create the database on P1003 only. */
export function describeRefusal(error: { code?: string; message: string }, connection: Connection): Refusal {
  switch (error.code) {
    case "3D000":
      return { error_code: "P1003", message: `Database \`${connection.database}\` does not exist` };
    case "28P01":
    case "28000":
      return {
        error_code: "P1000",
        message: `Authentication failed for user \`${connection.user}\` at \`${connection.host}:${connection.port}\``,
      };
    case "42501":
      return {
        error_code: "P1010",
        message: `User \`${connection.user}\` was denied access on the database \`${connection.database}\``,
      };
    default:
      return {
        error_code: "P1001",
        message: `Can't reach database server at \`${connection.host}:${connection.port}\` (${error.message || error.code || "no answer"})`,
      };
  }
}

async function attempt(connection: Connection, work: (client: pg.Client) => Promise<void>): Promise<Refusal | null> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await work(client);
    await client.end();
    return null;
  } catch (error) {
    await client.end().catch(() => {});
    return describeRefusal(error as Error & { code?: string }, connection);
  }
}
