-- CreateTable
CREATE TABLE "model_usage" (
    "day" TEXT NOT NULL,
    "tokens" BIGINT NOT NULL,
    "questions" INTEGER NOT NULL,

    CONSTRAINT "model_usage_pkey" PRIMARY KEY ("day")
);

