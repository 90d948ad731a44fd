-- AlterTable
ALTER TABLE "procedure" ADD COLUMN     "wakesAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "procedure_wakesAt_idx" ON "procedure"("wakesAt");
