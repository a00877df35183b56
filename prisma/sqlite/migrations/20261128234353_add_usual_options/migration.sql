-- AlterTable
ALTER TABLE "Group" ADD COLUMN "usual" TEXT;
