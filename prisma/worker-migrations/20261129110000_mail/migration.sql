-- CreateTable
CREATE TABLE "followed_mailbox" (
    "id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "tls" TEXT NOT NULL,
    "user_name" TEXT NOT NULL,
    "sealed_password" TEXT NOT NULL,
    "folders" TEXT[],
    "after_capture" TEXT NOT NULL,
    "move_to" TEXT,
    "from_start" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "followed_mailbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_folder" (
    "mailbox_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "seen_uid" BIGINT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "dated_up_to" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "mail_folder_pkey" PRIMARY KEY ("mailbox_id","path")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "payload" JSONB,
    "told_at" TIMESTAMPTZ(3),
    "told" INTEGER NOT NULL DEFAULT 0,
    "outcome" TEXT,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "mailbox_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "uid_validity" BIGINT NOT NULL,
    "uid" BIGINT NOT NULL,
    "mail_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("mailbox_id","path","uid_validity","uid")
);

-- CreateTable
CREATE TABLE "unread_mail" (
    "id" UUID NOT NULL,
    "mailbox_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unread_mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "mail_mailbox_id_idx" ON "mail"("mailbox_id");

-- CreateIndex
CREATE INDEX "mail_message_mail_id_idx" ON "mail_message"("mail_id");

-- CreateIndex
CREATE INDEX "unread_mail_due_at_idx" ON "unread_mail"("due_at");

