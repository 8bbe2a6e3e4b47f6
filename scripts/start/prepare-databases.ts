import { startLocalPostgres } from "@kanban/local-postgres/start-local-postgres";
import { isPortFree } from "@kanban/local-postgres/free-port";
import { LOCAL_POSTGRES_PORT, localDataDir } from "../prisma/open-databases.ts";
import { readDatabaseUrl } from "../prisma/read-database-url.ts";

/** The four ways into the two databases, one per process and direction. */
export type Databases = {
  apiDatabaseUrl: string;
  workerDatabaseUrl: string;
  apiToWorkerUrl: string;
  workerToApiUrl: string;
  /** True for the embedded PostgreSQL, which only this machine can reach. */
  isEmbedded: boolean;
  remark: string;
  /** Resolves when the embedded PostgreSQL has ended; never for databases of one's own. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/**
 * Uses the databases the environment names, else starts the embedded PostgreSQL.
 * @throws naming the variable when only some of them are set, or one is no PostgreSQL URL.
 */
export async function prepareDatabases(env: Record<string, string | undefined>): Promise<Databases> {
  const apiDatabaseUrl = readDatabaseUrl("api", env);
  const workerDatabaseUrl = readDatabaseUrl("worker", env);
  if (apiDatabaseUrl && workerDatabaseUrl) {
    const need = (name: string) =>
      env[name] ?? fail(`${name} is not set. With databases of your own, all four URLs are needed (see env.template).`);
    return {
      apiDatabaseUrl,
      workerDatabaseUrl,
      apiToWorkerUrl: need("API_TO_WORKER_URL"),
      workerToApiUrl: need("WORKER_TO_API_URL"),
      isEmbedded: false,
      remark: "yours, from API_DATABASE_URL and WORKER_DATABASE_URL",
      ended: new Promise(() => {}),
      stop: async () => {},
    };
  }
  if (apiDatabaseUrl || workerDatabaseUrl)
    fail(
      `${apiDatabaseUrl ? "WORKER_DATABASE_URL" : "API_DATABASE_URL"} is not set. Set both databases, or neither for the embedded PostgreSQL.`,
    );

  const wanted = env["POSTGRES_PORT"] ? Number(env["POSTGRES_PORT"]) : LOCAL_POSTGRES_PORT;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535)
    fail(`POSTGRES_PORT must be a port, not "${env["POSTGRES_PORT"] ?? ""}".`);
  if (env["POSTGRES_PORT"] && !(await isPortFree(wanted)))
    fail(`Port ${wanted}, which POSTGRES_PORT asks for, is taken by another program.`);
  const local = await startLocalPostgres({ dataDir: localDataDir(), port: wanted });
  return {
    ...local.urls,
    isEmbedded: true,
    remark: `127.0.0.1:${local.port}${local.port === wanted ? "" : ` (port ${wanted} is taken)`}, data in ${local.dataDir}`,
    ended: local.ended,
    stop: () => local.stop(),
  };
}

function fail(message: string): never {
  throw new Error(message);
}
