-- DropForeignKey
ALTER TABLE "agenda_item" DROP CONSTRAINT "agenda_item_sourceProcedureId_fkey";

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "description" JSONB,
ADD COLUMN     "prepared" JSONB,
ADD COLUMN     "proposedById" UUID,
ADD COLUMN     "traits" JSONB,
ALTER COLUMN "sourceProcedureId" DROP NOT NULL,
ALTER COLUMN "sourceItemId" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_sourceProcedureId_fkey" FOREIGN KEY ("sourceProcedureId") REFERENCES "procedure"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
