-- CreateTable
CREATE TABLE "SshReplacement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sshCredentialId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "publicKey" TEXT,
    "fingerprint" TEXT,
    "sealed" BLOB NOT NULL,
    "trial" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL,
    CONSTRAINT "SshReplacement_sshCredentialId_fkey" FOREIGN KEY ("sshCredentialId") REFERENCES "SshCredential" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "SshReplacement_sshCredentialId_key" ON "SshReplacement"("sshCredentialId");
