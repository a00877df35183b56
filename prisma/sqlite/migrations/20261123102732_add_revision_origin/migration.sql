-- AlterTable
ALTER TABLE "Revision" ADD COLUMN "restoredFrom" INTEGER;
