import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { actorContext, type ApiDeps } from "@kanban/api/context";
import { type Caller, createCaller } from "@kanban/api/testing/person";
import { type FurnishedBoard, furnishBoard } from "@kanban/api/testing/furnished-board";
import { createApiDb } from "@kanban/db-api/client";
import type { UserId } from "@kanban/domain/ids";
import { waitFor } from "@kanban/testing/wait-for";
import type { Pool } from "pg";
import { startCluster } from "../../rig/cluster.ts";
import { copyTemplate, makeFolder } from "../../rig/template.ts";
import { type PostgresWire, startPostgresWire } from "../../wire/postgres-wire.ts";

/** Somebody with a board that has one of everything. */
export type Owner = {
  board: FurnishedBoard;
  /** Through the wire: what is put to the test. */
  api: Caller;
  /** Past it: for arranging. */
  calm: Caller;
};

/** The API's operations in this process, on a database behind a wire. */
export type Subject = {
  wire: PostgresWire;
  /** Past the wire, for looking. */
  pool: Pool;
  newOwner(): Promise<Owner>;
  /** Ends the connections through the wire, so that the next query needs a new one. */
  dropConnections(): Promise<void>;
  stop(): Promise<void>;
};

export async function openSubject(): Promise<Subject> {
  const folder = makeFolder("r2b");
  copyTemplate(path.join(folder, "api"));
  const cluster = await startCluster(path.join(folder, "api"));
  const { apiDatabaseUrl } = cluster.urls;
  const { hostname, port } = new URL(apiDatabaseUrl);
  const wire = await startPostgresWire({ host: hostname, port: Number(port) });
  const tested = createApiDb(wire.url(apiDatabaseUrl));
  const calm = createApiDb(apiDatabaseUrl);
  const depsOf = ({ db, pool }: typeof tested): ApiDeps => ({
    db,
    pool,
    clock: { now: () => new Date() },
    // What is a defect is told to the caller, too.
    log: { error: () => {}, warn: () => {} },
    wake: { subscribe: () => () => {} },
  });
  const calmDeps = depsOf(calm);
  return {
    wire,
    pool: calm.pool,
    newOwner: async () => {
      const data = { name: "Vera", email: `${randomUUID()}@example.test` };
      const { id } = await calm.db.user.create({ data, select: { id: true } });
      const session = { userId: id as UserId, timeZone: "Europe/Berlin" };
      const person = {
        userId: session.userId,
        api: createCaller({ ...calmDeps, session }),
        ctx: actorContext(calmDeps, session),
      };
      const board = await furnishBoard({ deps: calmDeps }, person);
      return { board, api: createCaller({ ...depsOf(tested), session }), calm: person.api };
    },
    dropConnections: async () => {
      wire.cut();
      wire.heal();
      await waitFor(() => tested.pool.totalCount === 0, { what: "the connections to end" });
    },
    stop: async () => {
      await Promise.all([tested.close(), calm.close()]);
      await wire.stop();
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
