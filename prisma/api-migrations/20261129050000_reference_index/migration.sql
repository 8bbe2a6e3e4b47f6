-- What is kept for reference is looked up over all boards of a person, the latest first.
CREATE INDEX "task_reference" ON "task" ("board_id", "reference_at" DESC, "id" DESC) WHERE "reference_at" IS NOT NULL;
