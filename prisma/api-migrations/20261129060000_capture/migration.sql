-- AlterTable
ALTER TABLE "user" ADD COLUMN     "capture_board_id" UUID;

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "scopes" TEXT[],
    "board_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "device_pairing" (
    "id" UUID NOT NULL,
    "device_sha256" TEXT NOT NULL,
    "user_sha256" TEXT NOT NULL,
    "device_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "polled_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "is_approved" BOOLEAN,
    "name" TEXT,
    "scopes" TEXT[],
    "board_id" UUID,

    CONSTRAINT "device_pairing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_token_sha256_key" ON "api_token"("sha256");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE INDEX "api_token_board_id_idx" ON "api_token"("board_id");

-- CreateIndex
CREATE UNIQUE INDEX "device_pairing_device_sha256_key" ON "device_pairing"("device_sha256");

-- CreateIndex
CREATE UNIQUE INDEX "device_pairing_user_sha256_key" ON "device_pairing"("user_sha256");

-- CreateIndex
CREATE INDEX "device_pairing_expires_at_idx" ON "device_pairing"("expires_at");

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_capture_board_id_fkey" FOREIGN KEY ("capture_board_id") REFERENCES "board"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE CASCADE ON UPDATE CASCADE;

