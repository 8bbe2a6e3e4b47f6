-- CreateTable
CREATE TABLE "fetched_page" (
    "url_hash" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "facts" JSONB,
    "refusal" TEXT,
    "final_url" TEXT,
    "etag" TEXT,
    "last_modified" TEXT,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "fresh_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fetched_page_pkey" PRIMARY KEY ("url_hash")
);

-- CreateIndex
CREATE INDEX "fetched_page_fetched_at_idx" ON "fetched_page"("fetched_at");

