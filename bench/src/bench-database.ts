import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ActorContext, actorContext } from "@kanban/api";
import { createBoard } from "@kanban/api/board/create-board";
import { createApiDb } from "@kanban/db-api/client";
import type { Column } from "@kanban/domain/entities";
import type { BoardId, ColumnId, MutationId, UserId } from "@kanban/domain/ids";
import { type LocalPostgres, startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { fillBoard } from "@kanban/testing/fill-board";
import { migrateTemplate } from "@kanban/testing/migrate-template";
import pg from "pg";

export type BenchBoard = { boardId: BoardId; columns: Column[] };

export type BenchDatabase = {
  urls: LocalPostgres["urls"];
  ctx: ActorContext;
  /** The raw side's own connections, as many as the API may have. */
  raw: pg.Pool;
  newBoard(tasks: number): Promise<BenchBoard>;
  stop(): Promise<void>;
};

/** A real PostgreSQL with `fsync` on, in a folder of its own, one person in it. */
export async function openBenchDatabase(connections: number): Promise<BenchDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), "kanban-bench-"));
  const server = await startLocalPostgres({ dataDir: folder });
  await migrateTemplate("api", server.urls.apiDatabaseUrl);
  await migrateTemplate("worker", server.urls.workerDatabaseUrl);
  const { db, pool, close } = createApiDb(server.urls.apiDatabaseUrl, { maxConnections: connections });
  const raw = new pg.Pool({ connectionString: server.urls.apiDatabaseUrl, max: connections });
  raw.on("error", () => {});
  const { id } = await db.user.create({ data: { name: "Bench", email: "bench@example.com" }, select: { id: true } });
  const log = { error: console.error, warn: console.warn };
  const deps = { db, pool, clock: { now: () => new Date() }, log, wake: { subscribe: () => () => {} } };
  const ctx = actorContext(deps, { userId: id as UserId, timeZone: "UTC" });
  return {
    urls: server.urls,
    ctx,
    raw,
    newBoard: async (tasks) => {
      const { boardId, events } = await createBoard(ctx, { name: "Bench", mutationId: randomUUID() as MutationId });
      const change = events[0]?.change;
      if (change?.type !== "board.created") throw new Error("A new board begins with board.created");
      await fillBoard(raw, boardId, change.payload.columns, tasks);
      await raw.query("VACUUM ANALYZE");
      return { boardId, columns: change.payload.columns };
    },
    stop: async () => {
      await Promise.all([close(), raw.end()]);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The columns tasks may move between without a limit. */
export function openColumnIds({ columns }: BenchBoard): ColumnId[] {
  return columns.filter((column) => column.wipLimit === null).map((column) => column.id);
}
