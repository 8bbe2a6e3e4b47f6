-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────

-- What operators decided, few among millions: the operations page lists the latest.
CREATE INDEX "event_log_decisions" ON "event_log" ("position") WHERE "type" = 'operation.decided';
