-- CreateTable
CREATE TABLE "agenda_item" (
    "id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "sourceProcedureId" UUID NOT NULL,
    "sourceItemId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "putOn" VARCHAR(10) NOT NULL,
    "openFrom" VARCHAR(10) NOT NULL,
    "status" TEXT NOT NULL,
    "takerId" UUID,
    "takerItemId" UUID,
    "settlement" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "procedureId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_sourceKey_key" ON "agenda_item"("sourceKey");

-- CreateIndex
CREATE INDEX "agenda_item_organisationId_body_createdAt_id_idx" ON "agenda_item"("organisationId", "body", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "agenda_item_sourceProcedureId_idx" ON "agenda_item"("sourceProcedureId");

-- CreateIndex
CREATE INDEX "agenda_item_takerId_idx" ON "agenda_item"("takerId");

-- CreateIndex
CREATE INDEX "message_procedureId_createdAt_idx" ON "message"("procedureId", "createdAt");

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_sourceProcedureId_fkey" FOREIGN KEY ("sourceProcedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_takerId_fkey" FOREIGN KEY ("takerId") REFERENCES "procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_procedureId_fkey" FOREIGN KEY ("procedureId") REFERENCES "procedure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
