import { defineConfig } from "prisma/config";

// `scripts/prisma.ts` sets the URL; `generate` and `validate` need none.
const url = process.env["WORKER_DATABASE_URL"];

export default defineConfig({
  schema: "worker-schema.prisma",
  migrations: { path: "worker-migrations" },
  ...(url ? { datasource: { url } } : {}),
});
