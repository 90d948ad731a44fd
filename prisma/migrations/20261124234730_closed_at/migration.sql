-- CreateIndex
CREATE INDEX "procedure_closedAt_idx" ON "procedure"("closedAt");
