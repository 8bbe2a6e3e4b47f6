import type { Pool, PoolClient } from "@kanban/db-api/client";

/** Counts what is sent to the database while `act` runs, transactions' own statements included. */
export async function countQueries(pool: Pool, act: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const watched = new Map<PoolClient, PoolClient["query"]>();
  const watch = (client: PoolClient) => {
    if (watched.has(client)) return;
    const own = client.query;
    watched.set(client, own);
    client.query = new Proxy(own, {
      apply: (_own, _client, args: unknown[]) => {
        count += 1;
        return Reflect.apply(own, client, args) as unknown;
      },
    });
  };
  pool.on("acquire", watch);
  try {
    await act();
  } finally {
    pool.off("acquire", watch);
    for (const [client, own] of watched) client.query = own;
  }
  return count;
}
