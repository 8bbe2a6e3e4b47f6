import { rmSync } from "node:fs";
import path from "node:path";
import { SIDES, type Side } from "@kanban/local-postgres/roles";
import { withClient } from "@kanban/testing/open-client";
import { fillOldDatabase } from "@kanban/testing/predecessor/fill-old-database";
import { createOldTables } from "@kanban/testing/predecessor/old-tables";
import type pg from "pg";
import { startCluster } from "../../rig/cluster.ts";
import { copyTemplate, makeFolder } from "../../rig/template.ts";
import { addStrangers } from "./add-strangers.ts";
import type { Targets } from "./kill-points.ts";

export type OldSize = Record<"boards" | "tasks" | "events", number>;

/** One move's databases: the predecessor's, filled, and the two it goes into. */
export type Subject = {
  name: string;
  /** Connects as the predecessor's own role, which owns its database and is no superuser. */
  oldUrl: string;
  urls: Record<Side, string>;
  /** As the api connects to the worker's database. */
  apiToWorkerUrl: string;
  /** Where the command keeps backups and reports. */
  folder: string;
  /** The predecessor's boards that are as they should be. */
  boardIds: readonly string[];
  people: readonly { email: string; password: string }[];
  drop(): Promise<void>;
};

/** Two servers: the predecessor's, with a filled database to be copied for each move, and ours. */
export type Ground = {
  /** Both sides as a deploy leaves them, never used. */
  deployedUrls: Record<Side, string>;
  /** The predecessor's boards that are as they should be, the largest first. */
  boardIds: readonly string[];
  /** `empty`: not even a schema. */
  open(targets: Targets): Promise<Subject>;
  stop(): Promise<void>;
};

const oldRole = "old_kanban";
const pristine = "old_pristine";

export async function openGround(seed: number, size: OldSize): Promise<Ground> {
  const folder = makeFolder("r11");
  for (const name of ["old", "new"]) copyTemplate(path.join(folder, name));
  const [old, own] = await Promise.all([
    startCluster(path.join(folder, "old")),
    startCluster(path.join(folder, "new")),
  ]);
  const asOldAdmin = <T>(work: (client: pg.Client) => Promise<T>) => withClient(old.urls.adminUrl, work);
  const asAdmin = <T>(work: (client: pg.Client) => Promise<T>) => withClient(own.urls.adminUrl, work);
  const oldUrlOf = (database: string) => {
    const url = inDatabase(old.urls.adminUrl, database);
    return Object.assign(new URL(url), { username: oldRole, password: "old" }).href;
  };
  await asOldAdmin(async (client) => {
    await client.query(`CREATE ROLE ${oldRole} LOGIN PASSWORD 'old'; CREATE ROLE old_reader`);
    await client.query(`CREATE DATABASE ${pristine} OWNER ${oldRole}`);
  });
  const { boardIds, people } = await withClient(oldUrlOf(pristine), async (client) => {
    await createOldTables(client);
    const filled = await fillOldDatabase(client, { seed, ...size, now: new Date() });
    await addStrangers(client);
    return filled;
  });

  let opened = 0;
  const open = async (targets: Targets): Promise<Subject> => {
    const name = String(++opened);
    const nameOf = (side: Side) => `${side}_${name}`;
    await asOldAdmin(async (client) => {
      await client.query(`CREATE DATABASE old_${name} TEMPLATE ${pristine} OWNER ${oldRole}`);
      // The last one is for requests; a move is one too many for it.
      for (const setting of ["timezone = 'UTC'", "lock_timeout = '1min'", "idle_in_transaction_session_timeout = '5s'"])
        await client.query(`ALTER DATABASE old_${name} SET ${setting}`);
    });
    await asAdmin(async (client) => {
      for (const side of ["api", "worker"] as const) {
        const { database, owner, publisher } = SIDES[side];
        const template = targets === "empty" ? "template0" : database;
        await client.query(`CREATE DATABASE ${nameOf(side)} TEMPLATE ${template} OWNER ${owner}`);
        await client.query(`REVOKE ALL ON DATABASE ${nameOf(side)} FROM PUBLIC`);
        await client.query(`GRANT CONNECT ON DATABASE ${nameOf(side)} TO ${publisher}`);
        // What of a schema there is in an empty one, as roles.sql leaves it.
        await withClient(inDatabase(own.urls.adminUrl, nameOf(side)), (inside) =>
          inside.query(`REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO ${publisher}`),
        );
      }
    });
    return {
      ...{ name, boardIds, people, oldUrl: oldUrlOf(`old_${name}`), folder: path.join(folder, `data-${name}`) },
      urls: {
        api: inDatabase(own.urls.apiDatabaseUrl, nameOf("api")),
        worker: inDatabase(own.urls.workerDatabaseUrl, nameOf("worker")),
      },
      apiToWorkerUrl: inDatabase(own.urls.apiToWorkerUrl, nameOf("worker")),
      drop: async () => {
        await asOldAdmin((client) => client.query(`DROP DATABASE old_${name} WITH (FORCE)`));
        for (const side of ["api", "worker"] as const)
          await asAdmin((client) => client.query(`DROP DATABASE ${nameOf(side)} WITH (FORCE)`));
      },
    };
  };
  return {
    boardIds,
    deployedUrls: { api: own.urls.apiDatabaseUrl, worker: own.urls.workerDatabaseUrl },
    open,
    stop: async () => {
      await Promise.all([old.stop(), own.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const inDatabase = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
