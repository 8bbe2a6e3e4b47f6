import { isAlive } from "@kanban/local-postgres/process-table";
import { type LocalPostgres, startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { waitFor } from "@kanban/testing/wait-for";
import pg from "pg";
import { takePort } from "./take-port.ts";

/** A PostgreSQL with a data folder of its own and `fsync` on, which can be made to crash. */
export type Cluster = {
  /** The same for as long as the cluster lives, crashes included. */
  urls: LocalPostgres["urls"];
  /** Ends at once, without a checkpoint; stays away until `up`. */
  down(): Promise<void>;
  /** Comes back by crash recovery, on the same port. */
  up(): Promise<void>;
  /** Ends every connection of an application (a pattern of LIKE); answers how many. */
  terminate(application: string): Promise<number>;
  stop(): Promise<void>;
};

export async function startCluster(dataDir: string): Promise<Cluster> {
  // Two apis and twenty workers want connections at once in some scenarios.
  const open = (port: number) => startLocalPostgres({ dataDir, port, settings: { max_connections: "300" } });
  let server = await open(await takePort());
  const { urls, port } = server;
  const down = async () => {
    const { pid } = server;
    // Immediate shutdown: what `pg_ctl stop -m immediate` sends.
    process.kill(pid, "SIGQUIT");
    await waitFor(() => !isAlive(pid), { what: "PostgreSQL to crash" });
    // It has nothing to stop any more, but what it left in this process would pile up with every crash.
    await server.stop().catch(() => {});
  };
  return {
    urls,
    down,
    up: async () => {
      server = await open(port);
    },
    terminate: async (application) => {
      const client = new pg.Client({ connectionString: urls.adminUrl });
      client.on("error", () => {});
      await client.connect();
      const { rowCount } = await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE $1",
        [application],
      );
      await client.end();
      return rowCount ?? 0;
    },
    stop: () => server.stop(),
  };
}
