-- AlterTable
ALTER TABLE "Group" ADD COLUMN "lockReason" TEXT;
ALTER TABLE "Group" ADD COLUMN "lockedById" TEXT;
ALTER TABLE "Group" ADD COLUMN "lockedByName" TEXT;
ALTER TABLE "Group" ADD COLUMN "lockedUntil" DATETIME;
