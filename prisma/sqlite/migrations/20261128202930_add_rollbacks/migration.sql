-- AlterTable
ALTER TABLE "Push" ADD COLUMN "rollbackOfId" TEXT;
