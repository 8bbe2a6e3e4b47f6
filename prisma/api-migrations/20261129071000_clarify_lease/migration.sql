-- Unlogged: written every few seconds, worth nothing after a crash.
CREATE UNLOGGED TABLE "clarify_lease" (
    "task_id" UUID NOT NULL,
    "tab_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clarify_lease_pkey" PRIMARY KEY ("task_id")
);

-- CreateIndex
CREATE INDEX "clarify_lease_tab_id_idx" ON "clarify_lease"("tab_id");
