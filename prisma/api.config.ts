import { defineConfig } from "prisma/config";

// `scripts/prisma.ts` sets the URL; `generate` and `validate` need none.
const url = process.env["API_DATABASE_URL"];

export default defineConfig({
  schema: "api-schema.prisma",
  migrations: { path: "api-migrations" },
  ...(url ? { datasource: { url } } : {}),
});
