-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "major" BOOLEAN NOT NULL DEFAULT false;
