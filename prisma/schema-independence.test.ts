import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), "utf8");

function tablesOf(schema: string): string[] {
  return [...schema.matchAll(/^model \w+ \{[\s\S]*?^\}/gm)].map(
    ([model]) => /@@map\("([^"]+)"\)/.exec(model)?.[1] ?? /^model (\w+)/.exec(model)?.[1] ?? "",
  );
}

const outputOf = (schema: string) => /output\s*=\s*"([^"]+)"/.exec(schema)?.[1];

const migrationsOf = (side: string) =>
  readdirSync(path.join(import.meta.dirname, `${side}-migrations`), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => read(`${side}-migrations/${entry.name}/migration.sql`))
    .join("\n");

test("the worker keeps no board, column or task of its own", () => {
  const tables = tablesOf(read("worker-schema.prisma"));
  expect(tables).toContain("event_inbox");
  expect(tables.filter((table) => ["board", "column", "task", "user", "hint"].includes(table))).toEqual([]);
});

test("the worker migrations create none of the API tables, except what each side has of its own end of the bridge", () => {
  const apiTables = tablesOf(read("api-schema.prisma"));
  const created = [...migrationsOf("worker").matchAll(/CREATE TABLE "(\w+)"/g)].map(([, table]) => table!);
  expect(created.length).toBeGreaterThan(0);
  expect(created.filter((table) => apiTables.includes(table)).sort()).toEqual([
    "event_handler_failure",
    "event_inbox",
    "instance",
    "peer",
  ]);
});

test("each schema generates a client of its own, in the package of its owner", () => {
  expect(outputOf(read("api-schema.prisma"))).toBe("../packages/db-api/src/generated");
  expect(outputOf(read("worker-schema.prisma"))).toBe("../packages/db-worker/src/generated");
});

test("each Prisma configuration reads its own database variable and no other", () => {
  const variables = (file: string) => [...new Set(read(file).match(/[A-Z_]*DATABASE_URL/g))];
  expect(variables("api.config.ts")).toEqual(["API_DATABASE_URL"]);
  expect(variables("worker.config.ts")).toEqual(["WORKER_DATABASE_URL"]);
});
