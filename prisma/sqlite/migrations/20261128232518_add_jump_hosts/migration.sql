-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_KnownHost" (
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "via" TEXT NOT NULL DEFAULT '',
    "algorithm" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "trustedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trustedByName" TEXT NOT NULL,

    PRIMARY KEY ("host", "port", "via")
);
INSERT INTO "new_KnownHost" ("algorithm", "fingerprint", "host", "port", "publicKey", "trustedAt", "trustedByName") SELECT "algorithm", "fingerprint", "host", "port", "publicKey", "trustedAt", "trustedByName" FROM "KnownHost";
DROP TABLE "KnownHost";
ALTER TABLE "new_KnownHost" RENAME TO "KnownHost";
CREATE TABLE "new_Node" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL DEFAULT 22,
    "username" TEXT NOT NULL,
    "sshCredentialId" TEXT,
    "sudoSealed" BLOB,
    "jumpId" TEXT,
    "groupId" TEXT,
    "clusterId" TEXT,
    "clusterConfirmed" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Node_sshCredentialId_fkey" FOREIGN KEY ("sshCredentialId") REFERENCES "SshCredential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Node_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Node_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Node_jumpId_fkey" FOREIGN KEY ("jumpId") REFERENCES "Node" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_Node" ("clusterConfirmed", "clusterId", "createdAt", "groupId", "host", "id", "name", "nameKey", "note", "port", "sshCredentialId", "sudoSealed", "updatedAt", "username") SELECT "clusterConfirmed", "clusterId", "createdAt", "groupId", "host", "id", "name", "nameKey", "note", "port", "sshCredentialId", "sudoSealed", "updatedAt", "username" FROM "Node";
DROP TABLE "Node";
ALTER TABLE "new_Node" RENAME TO "Node";
CREATE UNIQUE INDEX "Node_nameKey_key" ON "Node"("nameKey");
CREATE INDEX "Node_jumpId_idx" ON "Node"("jumpId");
CREATE INDEX "Node_groupId_idx" ON "Node"("groupId");
CREATE INDEX "Node_clusterId_idx" ON "Node"("clusterId");
CREATE UNIQUE INDEX "Node_host_port_jumpId_key" ON "Node"("host", "port", "jumpId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
