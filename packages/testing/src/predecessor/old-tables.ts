import type { ClientBase } from "pg";
import { inSchema } from "./in-schema.ts";

/** `early`: an installation from before hints, e-mail actions and positions. */
export type OldAge = "latest" | "early";

/**
 * Makes the predecessor's tables in an empty schema (which is made if need be). There are no foreign keys: rows whose
 * board or task has gone do occur, and a fixture has to be able to hold them.
 */
export async function createOldTables(
  client: ClientBase,
  { schema = "public", age = "latest" }: { schema?: string; age?: OldAge } = {},
): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)}`);
  await inSchema(client, schema, async () => {
    await client.query(enums);
    await client.query(tables);
    await client.query(indexes);
    await client.query(record);
    if (age === "latest") await addNewerTables(client);
  });
}

/** Whether the tables on the search path are those of an early installation. */
export async function isEarly(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ early: boolean }>(`SELECT to_regclass('"Hint"') IS NULL AS early`);
  return rows[0]?.early === true;
}

/** Brings early tables on the search path to the latest. */
export async function addNewerTables(client: ClientBase): Promise<void> {
  await client.query(`
    ALTER TABLE "User" ADD "defaultBoardId" uuid;
    ALTER TABLE "Task" ADD "priority" "TaskPriority", ADD "duration" text, ADD "position" int NOT NULL DEFAULT 0;
    CREATE TABLE "Hint" (
      "id" uuid PRIMARY KEY, "taskId" uuid NOT NULL, "agentId" text NOT NULL, "hintType" text NOT NULL, "title" text,
      "content" text, "data" jsonb, "confidence" double precision, "applied" boolean NOT NULL DEFAULT false,
      "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP, "updatedAt" timestamp(3) NOT NULL
    );
    CREATE TABLE "EmailActionToken" (
      "id" uuid PRIMARY KEY, "taskId" uuid NOT NULL, "userId" uuid NOT NULL, "token" text NOT NULL UNIQUE,
      "action" text NOT NULL DEFAULT 'complete', "expiresAt" timestamp(3) NOT NULL, "usedAt" timestamp(3),
      "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE INDEX ON "Hint" ("taskId");
    CREATE INDEX ON "EmailActionToken" ("taskId")`);
}

/** Takes back what `addNewerTables` adds, and what was written there. */
export async function dropNewerTables(client: ClientBase): Promise<void> {
  await client.query(`
    DROP TABLE "Hint", "EmailActionToken";
    ALTER TABLE "Task" DROP "priority", DROP "duration", DROP "position";
    ALTER TABLE "User" DROP "defaultBoardId"`);
}

const enums = `
  CREATE TYPE "ColumnType" AS ENUM ('INPUT', 'CLARIFY', 'CONTEXT', 'WAITING', 'SOMEDAY', 'DONE', 'ARCHIVE');
  CREATE TYPE "TaskContext" AS ENUM ('EMAIL', 'MEETING', 'PHONE', 'READ', 'WATCH', 'DESK', 'OTHER');
  CREATE TYPE "TaskPriority" AS ENUM ('LOW', 'MEDIUM', 'HIGH');
  CREATE TYPE "TaskEventType" AS ENUM ('CREATED', 'UPDATED', 'MOVED', 'COMPLETED', 'STALE', 'RULE_TRIGGERED')`;

const made = `"createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP`;
const madeAndChanged = `${made}, "updatedAt" timestamp(3) NOT NULL`;

const tables = `
  CREATE TABLE "User" (
    "id" uuid PRIMARY KEY, "email" text NOT NULL UNIQUE, "name" text, "passwordHash" text,
    "timezone" text DEFAULT 'UTC', ${madeAndChanged}
  );
  CREATE TABLE "Board" (
    "id" uuid PRIMARY KEY, "ownerId" uuid NOT NULL, "name" text NOT NULL, "description" text, "config" jsonb,
    ${madeAndChanged}
  );
  CREATE TABLE "Column" (
    "id" uuid PRIMARY KEY, "boardId" uuid NOT NULL, "name" text NOT NULL, "type" "ColumnType" NOT NULL DEFAULT 'INPUT',
    "wipLimit" int, "position" int NOT NULL DEFAULT 0, ${made}
  );
  CREATE TABLE "Project" (
    "id" uuid PRIMARY KEY, "boardId" uuid NOT NULL, "ownerId" uuid NOT NULL, "name" text NOT NULL, "description" text,
    "desiredOutcome" text, "status" text NOT NULL DEFAULT 'active', ${madeAndChanged}
  );
  CREATE TABLE "Task" (
    "id" uuid PRIMARY KEY, "boardId" uuid NOT NULL, "columnId" uuid NOT NULL, "projectId" uuid, "ownerId" uuid NOT NULL,
    "title" text NOT NULL, "description" text, "context" "TaskContext", "waitingFor" text, "dueAt" timestamp(3),
    "needsBreakdown" boolean NOT NULL DEFAULT false, "metadata" jsonb, "isDone" boolean NOT NULL DEFAULT false,
    ${madeAndChanged}, "completedAt" timestamp(3), "lastMovedAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stale" boolean NOT NULL DEFAULT false
  );
  CREATE TABLE "ChecklistItem" (
    "id" uuid PRIMARY KEY, "taskId" uuid NOT NULL, "title" text NOT NULL, "isDone" boolean NOT NULL DEFAULT false,
    "position" int NOT NULL DEFAULT 0, ${madeAndChanged}
  );
  CREATE TABLE "Tag" (
    "id" uuid PRIMARY KEY, "boardId" uuid NOT NULL, "name" text NOT NULL, "color" text DEFAULT '#94a3b8',
    ${madeAndChanged}, UNIQUE ("boardId", "name")
  );
  CREATE TABLE "TaskTag" ("taskId" uuid NOT NULL, "tagId" uuid NOT NULL, PRIMARY KEY ("taskId", "tagId"));
  CREATE TABLE "TaskEvent" (
    "id" uuid PRIMARY KEY, "taskId" uuid NOT NULL, "boardId" uuid NOT NULL, "type" "TaskEventType" NOT NULL,
    "fromColumnId" uuid, "toColumnId" uuid, "payload" jsonb, "triggeredBy" text, ${made}
  );
  CREATE TABLE "Rule" (
    "id" uuid PRIMARY KEY, "boardId" uuid NOT NULL, "ownerId" uuid NOT NULL, "name" text NOT NULL, "description" text,
    "enabled" boolean NOT NULL DEFAULT true, "priority" int NOT NULL DEFAULT 0, "trigger" jsonb NOT NULL,
    "conditions" jsonb, "actions" jsonb NOT NULL, "lastRunAt" timestamp(3), ${madeAndChanged}
  );
  CREATE TABLE "RecurringTemplate" (
    "id" uuid PRIMARY KEY, "boardId" uuid NOT NULL, "ownerId" uuid NOT NULL, "name" text NOT NULL, "description" text,
    "payload" jsonb NOT NULL, "rrule" text NOT NULL, "timezone" text NOT NULL DEFAULT 'UTC', "nextRunAt" timestamp(3),
    "lastRunAt" timestamp(3), "isActive" boolean NOT NULL DEFAULT true, ${madeAndChanged}
  )`;

const indexes = `
  CREATE INDEX ON "Board" ("ownerId");
  CREATE INDEX ON "Column" ("boardId");
  CREATE INDEX ON "Project" ("boardId");
  CREATE INDEX ON "Task" ("boardId");
  CREATE INDEX ON "Task" ("columnId");
  CREATE INDEX ON "ChecklistItem" ("taskId");
  CREATE INDEX ON "TaskEvent" ("taskId");
  CREATE INDEX ON "TaskEvent" ("boardId");
  CREATE INDEX ON "Rule" ("boardId");
  CREATE INDEX ON "RecurringTemplate" ("boardId")`;

const record = `
  CREATE TABLE "_prisma_migrations" (
    "id" varchar(36) PRIMARY KEY, "checksum" varchar(64) NOT NULL, "finished_at" timestamptz,
    "migration_name" varchar(255) NOT NULL, "logs" text, "rolled_back_at" timestamptz,
    "started_at" timestamptz NOT NULL DEFAULT now(), "applied_steps_count" int NOT NULL DEFAULT 0
  );
  INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
  VALUES ('7b0f5a52-1f0c-4c55-9a40-3f1f7a5f8a11', repeat('0', 64), '20240101000000_init', '2024-01-01', '2024-01-01', 1)`;
