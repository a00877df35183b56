-- CreateTable
CREATE TABLE "RevisionTemplate" (
    "revisionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("revisionId", "name"),
    CONSTRAINT "RevisionTemplate_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
