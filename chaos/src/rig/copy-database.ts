import { SIDES, type Side } from "@kanban/local-postgres/roles";
import { withClient } from "@kanban/testing/open-client";
import { waitFor } from "@kanban/testing/wait-for";
import type pg from "pg";
import { openPool } from "./open-pool.ts";
import type { Rig } from "./open-rig.ts";

export type SecondDatabase = {
  /** Connects as the owner. */
  url: string;
  /** Connects as the other side's publisher. */
  publisherUrl: string;
  pool: pg.Pool;
};

/** Copies a side's database as it is, on its cluster, with the same owner, publisher and rights; nobody may be on it. */
export async function copyDatabase({ clusters }: Pick<Rig, "clusters">, side: Side): Promise<SecondDatabase> {
  const { database, owner, publisher } = SIDES[side];
  const { urls } = clusters[side];
  const { url, publisherUrl } = urlsOfSecond({ clusters }, side);
  const name = nameOf(side);
  await withClient(urls.adminUrl, async (client) => {
    // The other side's relay is back on it within a second.
    await waitFor(
      async () => {
        for (const application of ["chaos", "kanban%"]) await clusters[side].terminate(application);
        return client.query(`CREATE DATABASE "${name}" TEMPLATE "${database}" OWNER "${owner}"`);
      },
      { what: `nobody to be on ${database}` },
    );
    await client.query(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE "${name}" TO "${publisher}"`);
  });
  const pool = openPool(url);
  // A copy made on purpose is no restored backup.
  await pool.query("UPDATE instance SET incarnation = NULL");
  return { url, publisherUrl, pool };
}

/** Where the second database of a side will be. */
export function urlsOfSecond({ clusters }: Pick<Rig, "clusters">, side: Side): Omit<SecondDatabase, "pool"> {
  const { apiDatabaseUrl, workerDatabaseUrl, apiToWorkerUrl, workerToApiUrl } = clusters[side].urls;
  const there = (given: string) => {
    const url = new URL(given);
    url.pathname = `/${nameOf(side)}`;
    return url.href;
  };
  return side === "api"
    ? { url: there(apiDatabaseUrl), publisherUrl: there(workerToApiUrl) }
    : { url: there(workerDatabaseUrl), publisherUrl: there(apiToWorkerUrl) };
}

const nameOf = (side: Side) => `${SIDES[side].database}_second`;
