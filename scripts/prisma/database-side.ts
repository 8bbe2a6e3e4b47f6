import path from "node:path";

/** The project's root folder. */
export const PROJECT_ROOT = path.resolve(import.meta.dirname, "..", "..");

/** Which of the two databases a command is about. */
export type DatabaseSide = "api" | "worker";

export const DATABASE_SIDES: readonly DatabaseSide[] = ["api", "worker"];

/** Where each side keeps its schema, its migrations and its generated client, and which variable names its database. */
export const SIDE_FILES = {
  api: {
    variable: "API_DATABASE_URL",
    config: "prisma/api.config.ts",
    schema: "prisma/api-schema.prisma",
    migrations: "prisma/api-migrations",
    generated: "packages/db-api/src/generated",
  },
  worker: {
    variable: "WORKER_DATABASE_URL",
    config: "prisma/worker.config.ts",
    schema: "prisma/worker-schema.prisma",
    migrations: "prisma/worker-migrations",
    generated: "packages/db-worker/src/generated",
  },
} as const satisfies Record<DatabaseSide, Record<string, string>>;
