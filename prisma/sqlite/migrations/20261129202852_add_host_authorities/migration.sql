-- CreateTable
CREATE TABLE "HostAuthority" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "patterns" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_HostKey" (
    "nodeId" TEXT NOT NULL PRIMARY KEY,
    "algorithm" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "trustedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trustedByName" TEXT NOT NULL,
    "authorityId" TEXT,
    "certificateId" TEXT,
    "certificateSerial" TEXT,
    "certificateValidUntil" DATETIME,
    CONSTRAINT "HostKey_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "HostAuthority" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HostKey_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_HostKey" ("algorithm", "fingerprint", "nodeId", "publicKey", "trustedAt", "trustedByName") SELECT "algorithm", "fingerprint", "nodeId", "publicKey", "trustedAt", "trustedByName" FROM "HostKey";
DROP TABLE "HostKey";
ALTER TABLE "new_HostKey" RENAME TO "HostKey";
CREATE INDEX "HostKey_authorityId_idx" ON "HostKey"("authorityId");
CREATE TABLE "new_KnownHost" (
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "via" TEXT NOT NULL DEFAULT '',
    "algorithm" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "trustedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trustedByName" TEXT NOT NULL,
    "authorityId" TEXT,

    PRIMARY KEY ("host", "port", "via"),
    CONSTRAINT "KnownHost_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "HostAuthority" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_KnownHost" ("algorithm", "fingerprint", "host", "port", "publicKey", "trustedAt", "trustedByName", "via") SELECT "algorithm", "fingerprint", "host", "port", "publicKey", "trustedAt", "trustedByName", "via" FROM "KnownHost";
DROP TABLE "KnownHost";
ALTER TABLE "new_KnownHost" RENAME TO "KnownHost";
CREATE INDEX "KnownHost_authorityId_idx" ON "KnownHost"("authorityId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "HostAuthority_nameKey_key" ON "HostAuthority"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "HostAuthority_publicKey_key" ON "HostAuthority"("publicKey");
