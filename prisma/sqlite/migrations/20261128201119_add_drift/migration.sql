-- CreateTable
CREATE TABLE "DriftCheck" (
    "nodeId" TEXT NOT NULL PRIMARY KEY,
    "revisionId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "fileDigest" TEXT,
    "diff" TEXT,
    "modifiedAt" DATETIME,
    "owner" TEXT,
    "checkedAt" DATETIME NOT NULL,
    "since" DATETIME NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "DriftCheck_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DriftSnooze" (
    "nodeId" TEXT NOT NULL PRIMARY KEY,
    "fileDigest" TEXT,
    "reason" TEXT NOT NULL,
    "until" DATETIME NOT NULL,
    "byName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "DriftSnooze_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
