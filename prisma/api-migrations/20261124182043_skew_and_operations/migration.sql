-- AlterTable
ALTER TABLE "event_inbox" ADD COLUMN     "discarded_at" TIMESTAMPTZ(3),
ADD COLUMN     "redrives" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "instance" ADD COLUMN     "alerted_at" TIMESTAMPTZ(3),
ADD COLUMN     "incarnation" TEXT;

-- CreateTable
CREATE TABLE "peer" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" UUID NOT NULL,
    "heard_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "peer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_report" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "report" JSONB NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_report" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delivery_report_received_at_idx" ON "delivery_report"("received_at");



-- ── What the Prisma differ does not see; asserted by prisma/schema-facts.db.test.ts ──────────────────────────────────

ALTER TABLE "peer" ADD CONSTRAINT "peer_one_row" CHECK ("id" = 1);
ALTER TABLE "worker_report" ADD CONSTRAINT "worker_report_one_row" CHECK ("id" = 1);

-- What was told to the worker beside the boards' histories is forgotten after a while: it is found by this.
CREATE INDEX "event_log_beside_histories" ON "event_log" ("published_at") WHERE "board_seq" IS NULL;

-- Parked events and nothing else: the operations page and the alarm look at them often.
CREATE INDEX "event_inbox_parked" ON "event_inbox" ("position") WHERE "parked_at" IS NOT NULL;
