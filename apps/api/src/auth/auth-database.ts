import type { ApiDb } from "@kanban/db-api/client";
import { noteFault } from "./busy-database.ts";

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

/**
 * The database as the auth library uses it: it passes `undefined` for what it leaves out, which our client refuses.
 * Only where leaving out is what it means (options and written fields); an `undefined` in a filter stays an error,
 * because dropping it would widen the filter.
 */
export function createAuthDatabase(db: ApiDb) {
  return db.$extends({
    query: {
      $allModels: {
        async $allOperations({ args, query }) {
          const given: Record<string, unknown> = { ...args };
          if ("data" in given) given["data"] = withoutUndefined(given["data"]);
          try {
            return await query(withoutUndefined(given) as typeof args);
          } catch (error) {
            noteFault(error);
            throw error;
          }
        },
      },
    },
  });
}
