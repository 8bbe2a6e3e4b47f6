import { createPool } from "@kanban/messaging/create-pool";
import { apiDbTest } from "@kanban/testing/database-tests";
import type { Pool } from "pg";
import { type PostgresWire, startPostgresWire } from "../postgres-wire.ts";

/**
 * A test on a fresh `kanban_api` behind a wire: `pool` goes through it under the name `victim`, while
 * `apiDatabase.pool` goes past it.
 */
export const wireTest = apiDbTest.extend<{ wire: PostgresWire; pool: Pool }>({
  wire: async ({ apiDatabase }, use) => {
    const { hostname, port } = new URL(apiDatabase.url);
    const wire = await startPostgresWire({ host: hostname, port: Number(port) });
    await use(wire);
    await wire.stop();
  },
  pool: async ({ apiDatabase, wire }, use) => {
    const url = wire.url(apiDatabase.url);
    const pool = createPool(url, { name: "victim", max: 4, statementTimeoutMs: 200, onError: () => {} });
    await apiDatabase.pool.query("CREATE TABLE note (id int PRIMARY KEY)");
    await use(pool);
    wire.cut();
    await pool.end();
  },
});
