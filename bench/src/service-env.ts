import type { LocalPostgres } from "@kanban/local-postgres/start-local-postgres";

/** The environments of the product's processes on a bench database. */
export function serviceEnvs(urls: LocalPostgres["urls"], appUrl = "http://localhost:3000") {
  return {
    api: {
      API_DATABASE_URL: urls.apiDatabaseUrl,
      API_TO_WORKER_URL: urls.apiToWorkerUrl,
      AUTH_SECRET: "a secret that only the bench knows, 32 and more",
      APP_URL: appUrl,
    },
    worker: { WORKER_DATABASE_URL: urls.workerDatabaseUrl, WORKER_TO_API_URL: urls.workerToApiUrl },
  };
}
