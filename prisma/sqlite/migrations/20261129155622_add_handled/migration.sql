-- AlterTable
ALTER TABLE "PushNode" ADD COLUMN "handledAt" DATETIME;
ALTER TABLE "PushNode" ADD COLUMN "handledByName" TEXT;
ALTER TABLE "PushNode" ADD COLUMN "handledReason" TEXT;
