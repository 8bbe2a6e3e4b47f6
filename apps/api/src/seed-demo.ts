import { actorContext, type ApiDeps } from "@kanban/api";
import { attachDemoFiles } from "@kanban/api/demo/attach-demo-files";
import { loadDemo } from "@kanban/api/demo/load-demo";
import { createApiDb } from "@kanban/db-api/client";
import { mutationIdSchema } from "@kanban/domain/ids";
import type { FileStorage } from "@kanban/file-storage/file-storage";
import { openStorage } from "@kanban/file-storage/storage-env";
import { ensureDemoUser, hasPeople } from "./demo/demo-user.repository.ts";
import { EnvError } from "@kanban/config/service-env";
import { readSeedEnv } from "./env.ts";

/*
 * Makes the demo account and its sample board; run once per installation, harmless when run again. Not where people have
 * accounts already, as after a move from the predecessor.
 */

/** Any constant: the same installation story on every machine. */
const seed = mutationIdSchema.parse("0193b3a0-0000-7000-8000-00000000d301");

try {
  const { API_DATABASE_URL, ...storageEnv } = readSeedEnv(process.env);
  const { db, pool, close } = createApiDb(API_DATABASE_URL, { maxConnections: 2 });
  const deps: ApiDeps = {
    db,
    pool,
    clock: { now: () => new Date() },
    log: { error: console.error, warn: console.warn },
    wake: { subscribe: () => () => {} },
  };
  console.log(
    (await hasPeople(db)) ? "left out: people have accounts here" : await seedDemo(deps, openStorage(storageEnv)),
  );
  await close();
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}

async function seedDemo(deps: ApiDeps, storage: FileStorage): Promise<string> {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const userId = await ensureDemoUser(deps.db, timeZone);
  const ctx = actorContext(deps, { userId, timeZone });
  const { boardId } = await loadDemo(ctx, { mutationId: seed });
  if (boardId) await attachDemoFiles(ctx, boardId, storage);
  return boardId ? "a board with ninety days of history" : "already there";
}
