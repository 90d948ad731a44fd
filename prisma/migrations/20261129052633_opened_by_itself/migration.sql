-- AlterTable
ALTER TABLE "procedure" ALTER COLUMN "startedById" DROP NOT NULL;
