-- CreateTable
CREATE TABLE "outbox_message" (
    "id" UUID NOT NULL,
    "notificationId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "status" INTEGER,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) DEFAULT statement_timestamp(),
    "token" UUID,
    "maskedTo" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "decisionId" UUID,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT statement_timestamp(),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outbox_message_channel_state_dueAt_idx" ON "outbox_message"("channel", "state", "dueAt");

-- CreateIndex
CREATE INDEX "outbox_message_state_createdAt_id_idx" ON "outbox_message"("state", "createdAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_notificationId_channel_key" ON "outbox_message"("notificationId", "channel");

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "notification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
