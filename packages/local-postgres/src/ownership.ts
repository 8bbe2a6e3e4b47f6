import pg from "pg";

/** Any constant: it only has to differ from the application's own advisory locks, which live in other databases. */
const OWNER_LOCK = 4_711;

/** A hold on the running server; released by `release()` or by the end of this process, however it ends. */
export type Ownership = { release(): Promise<void> };

/**
 * Claims a running server for this process. PostgreSQL itself keeps the record (a session lock), so a killed owner
 * needs no cleaning up and a recycled process number cannot be mistaken for it.
 * @returns null when another living process owns it.
 */
export async function claimServer(adminUrl: string): Promise<Ownership | null> {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: "local-postgres owner",
    keepAlive: true,
  });
  // The server may go down under us (that is how its crash shows here); stop() copes with a server that is gone.
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1) AS held", [OWNER_LOCK]);
  if (rows[0]?.held) {
    const socket = socketOf(client);
    // The hold alone must not keep a finished test run or script alive.
    socket.unref?.();
    return {
      release: async () => {
        socket.ref?.();
        await client.end().catch(() => {});
      },
    };
  }
  await client.end();
  return null;
}

type ClientInternals = { connection: { stream: { ref?(): void; unref?(): void } } };

const socketOf = (client: pg.Client) => (client as unknown as ClientInternals).connection.stream;
