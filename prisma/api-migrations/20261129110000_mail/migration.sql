-- CreateTable
CREATE TABLE "mailbox" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT,
    "port" INTEGER,
    "tls" TEXT,
    "user_name" TEXT,
    "after_capture" TEXT,
    "move_to" TEXT,
    "from_start" BOOLEAN NOT NULL DEFAULT false,
    "folders" JSONB NOT NULL DEFAULT '[]',
    "sealed_secret" TEXT NOT NULL,
    "board_id" UUID,
    "addresses" JSONB NOT NULL DEFAULT '[]',
    "senders" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "fault" JSONB,
    "reported_at" TIMESTAMPTZ(3),
    "last_mail_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantined_mail" (
    "id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "mail" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "refusal" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quarantined_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "captured_mail" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "message_hash" TEXT,
    "captured_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "captured_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posted_mail" (
    "mailbox_id" UUID NOT NULL,
    "signature_hash" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "posted_mail_pkey" PRIMARY KEY ("mailbox_id","signature_hash")
);

-- CreateIndex
CREATE INDEX "mailbox_user_id_idx" ON "mailbox"("user_id");

-- CreateIndex
CREATE INDEX "mailbox_board_id_idx" ON "mailbox"("board_id");

-- CreateIndex
CREATE INDEX "quarantined_mail_mailbox_id_created_at_idx" ON "quarantined_mail"("mailbox_id", "created_at");

-- CreateIndex
CREATE INDEX "captured_mail_user_id_message_hash_idx" ON "captured_mail"("user_id", "message_hash");

-- CreateIndex
CREATE INDEX "captured_mail_task_id_idx" ON "captured_mail"("task_id");

-- CreateIndex
CREATE INDEX "posted_mail_received_at_idx" ON "posted_mail"("received_at");

-- AddForeignKey
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailbox" ADD CONSTRAINT "mailbox_board_id_fkey" FOREIGN KEY ("board_id") REFERENCES "board"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quarantined_mail" ADD CONSTRAINT "quarantined_mail_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captured_mail" ADD CONSTRAINT "captured_mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captured_mail" ADD CONSTRAINT "captured_mail_task_id_board_id_fkey" FOREIGN KEY ("task_id", "board_id") REFERENCES "task"("id", "board_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "posted_mail" ADD CONSTRAINT "posted_mail_mailbox_id_fkey" FOREIGN KEY ("mailbox_id") REFERENCES "mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

