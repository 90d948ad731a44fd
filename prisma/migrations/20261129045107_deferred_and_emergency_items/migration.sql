-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "deferredOn" VARCHAR(10),
ADD COLUMN     "emergency" JSONB;
