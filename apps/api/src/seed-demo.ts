import { actorContext, type ApiDeps } from "@kanban/api";
import { loadDemo } from "@kanban/api/demo/load-demo";
import { createApiDb } from "@kanban/db-api/client";
import { mutationIdSchema } from "@kanban/domain/ids";
import { ensureDemoUser } from "./demo/demo-user.repository.ts";
import { EnvError } from "@kanban/config/service-env";
import { readSeedEnv } from "./env.ts";

/* Makes the demo account and its sample board; run once per installation, harmless when run again. */

/** Any constant: the same installation story on every machine. */
const seed = mutationIdSchema.parse("0193b3a0-0000-7000-8000-00000000d301");

try {
  const { API_DATABASE_URL } = readSeedEnv(process.env);
  const { db, pool, close } = createApiDb(API_DATABASE_URL, { maxConnections: 2 });
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const userId = await ensureDemoUser(db, timeZone);
  const deps: ApiDeps = {
    db,
    pool,
    clock: { now: () => new Date() },
    log: { error: console.error, warn: console.warn },
    wake: { subscribe: () => () => {} },
  };
  const { boardId } = await loadDemo(actorContext(deps, { userId, timeZone }), { mutationId: seed });
  await close();
  console.log(boardId ? "a board with ninety days of history" : "already there");
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}
