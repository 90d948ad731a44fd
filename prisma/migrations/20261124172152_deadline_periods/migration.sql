-- AlterTable
ALTER TABLE "deadline" ADD COLUMN     "earlier" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "period" JSONB;
