import type pg from "pg";
import { sendCrowd } from "./crowd.ts";
import type { Fault } from "./fault.ts";
import { connectOutsider } from "./outsider.ts";
import { setTrap } from "./trap.ts";

/** More than the server takes. */
const mostConnections = 400;

export const crowdBehindSlowStatement: Fault = {
  name: "a crowd, each with a slow statement",
  holdMs: 5_000,
  noticed: "busy",
  strike: async (scene) => {
    const end = await setTrap(scene.rig.databases.api, "event_log", "PERFORM pg_sleep(0.4)");
    sendCrowd(scene);
    return end;
  },
};

export const endlessStatements: Fault = {
  name: "statements that exceed their limit",
  holdMs: 9_000,
  noticed: "busy",
  strike: ({ rig }) => setTrap(rig.databases.api, "event_log", "PERFORM pg_sleep(30)"),
};

// A real full disk takes root and a file system of its own; this is what PostgreSQL answers when it meets one.
const noSpace = "RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'";

export const apiDiskFull: Fault = {
  name: "the api's disk full (injected 53100)",
  holdMs: 6_000,
  noticed: "busy",
  strike: ({ rig }) => setTrap(rig.databases.api, "event_log", noSpace),
};

export const workerDiskFull: Fault = {
  name: "the worker's disk full (injected 53100)",
  holdMs: 6_000,
  noticed: "nothing",
  strike: async ({ rig }) => {
    const tables = ["event_inbox", "event_outbox", "task_projection", "agent_run"];
    const ends = await Promise.all(tables.map((table) => setTrap(rig.databases.worker, table, noSpace)));
    return async () => {
      await Promise.all(ends.map((end) => end()));
    };
  },
};

export const noConnections: Fault = {
  name: "every connection of the api's PostgreSQL held by others",
  holdMs: 5_000,
  noticed: "busy",
  strike: async ({ rig }) => {
    const { apiDatabaseUrl, adminUrl } = rig.clusters.api.urls;
    const admin = await connectOutsider(adminUrl);
    const held: pg.Client[] = [];
    const takeAll = async () => {
      try {
        while (held.length < mostConnections) held.push(await connectOutsider(apiDatabaseUrl));
      } catch {
        // Refused: there is none left.
      }
    };
    await takeAll();
    // The product's own go to whoever comes first, and that is not the product.
    for (let n = 0; n < 5; n++) {
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'kanban%'");
      await takeAll();
    }
    return async () => {
      await Promise.all([admin, ...held].map((outsider) => outsider.end()));
    };
  },
};

/** What G12 and the targets of R1 allow after a restart. */
const afterRestart = { apiWithinMs: 2_000, relayWithinMs: 5_000 };

export const apiPostgresAway: Fault = {
  name: "the api's PostgreSQL away",
  holdMs: 6_000,
  noticed: "busy",
  ...afterRestart,
  strike: async ({ rig }) => {
    await rig.clusters.api.down();
    return rig.clusters.api.up;
  },
};

export const workerPostgresAway: Fault = {
  name: "the worker's PostgreSQL away",
  holdMs: 6_000,
  noticed: "nothing",
  ...afterRestart,
  strike: async ({ rig }) => {
    await rig.clusters.worker.down();
    return rig.clusters.worker.up;
  },
};

export const workerAndItsPostgresOff: Fault = {
  name: "the worker and its PostgreSQL off",
  holdMs: 6_000,
  noticed: "nothing",
  strike: async ({ rig }) => {
    await rig.worker.kill();
    await rig.clusters.worker.down();
    return async () => {
      await rig.clusters.worker.up();
      await rig.worker.start();
    };
  },
};
