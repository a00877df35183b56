-- CreateTable
CREATE TABLE "Configuration" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "configurationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "authorName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT NOT NULL DEFAULT '',
    "endNote" TEXT NOT NULL DEFAULT '',
    "mirrorsNote" TEXT NOT NULL DEFAULT '',
    "mirrorsPresent" BOOLEAN NOT NULL,
    "registryHostsNote" TEXT NOT NULL DEFAULT '',
    "registryHostsPresent" BOOLEAN NOT NULL,
    "authsNote" TEXT NOT NULL DEFAULT '',
    "authsPresent" BOOLEAN NOT NULL,
    CONSTRAINT "Revision_configurationId_fkey" FOREIGN KEY ("configurationId") REFERENCES "Configuration" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mirror" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revisionId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "endpointsPresent" BOOLEAN NOT NULL,
    "rewritesPresent" BOOLEAN NOT NULL,
    CONSTRAINT "Mirror_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Endpoint" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mirrorId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Endpoint_mirrorId_fkey" FOREIGN KEY ("mirrorId") REFERENCES "Mirror" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rewrite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "mirrorId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "pattern" TEXT NOT NULL,
    "replacement" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Rewrite_mirrorId_fkey" FOREIGN KEY ("mirrorId") REFERENCES "Mirror" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RegistryHost" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revisionId" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "authPresent" BOOLEAN NOT NULL,
    "tlsPresent" BOOLEAN NOT NULL,
    "insecureSkipVerify" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "RegistryHost_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuthValue" (
    "registryHostId" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT,
    "credentialId" TEXT,

    PRIMARY KEY ("registryHostId", "field"),
    CONSTRAINT "AuthValue_registryHostId_fkey" FOREIGN KEY ("registryHostId") REFERENCES "RegistryHost" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "AuthValue_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TlsValue" (
    "registryHostId" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "path" TEXT,
    "certificateId" TEXT,

    PRIMARY KEY ("registryHostId", "file"),
    CONSTRAINT "TlsValue_registryHostId_fkey" FOREIGN KEY ("registryHostId") REFERENCES "RegistryHost" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TlsValue_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Extra" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "revisionId" TEXT NOT NULL,
    "mirrorId" TEXT,
    "registryHostId" TEXT,
    "place" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "text" TEXT,
    "credentialId" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Extra_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Extra_mirrorId_fkey" FOREIGN KEY ("mirrorId") REFERENCES "Mirror" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Extra_registryHostId_fkey" FOREIGN KEY ("registryHostId") REFERENCES "RegistryHost" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Extra_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CredentialVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "credentialId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "username" TEXT,
    "fields" TEXT NOT NULL,
    "sealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL,
    CONSTRAINT "CredentialVersion_credentialId_fkey" FOREIGN KEY ("credentialId") REFERENCES "Credential" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);

-- CreateTable
CREATE TABLE "CertificateVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "certificateId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "pem" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "notBefore" DATETIME NOT NULL,
    "notAfter" DATETIME NOT NULL,
    "sealedKey" BLOB,
    "keyFingerprint" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdByName" TEXT NOT NULL,
    CONSTRAINT "CertificateVersion_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SshCredential" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "publicKey" TEXT,
    "fingerprint" TEXT,
    "sealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "createdByName" TEXT NOT NULL,
    "lastUsedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Node" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL DEFAULT 22,
    "username" TEXT NOT NULL,
    "sshCredentialId" TEXT,
    "sudoSealed" BLOB,
    "groupId" TEXT,
    "clusterId" TEXT,
    "clusterConfirmed" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Node_sshCredentialId_fkey" FOREIGN KEY ("sshCredentialId") REFERENCES "SshCredential" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Node_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Node_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HostKey" (
    "nodeId" TEXT NOT NULL PRIMARY KEY,
    "algorithm" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "trustedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trustedByName" TEXT NOT NULL,
    CONSTRAINT "HostKey_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NodeFacts" (
    "nodeId" TEXT NOT NULL PRIMARY KEY,
    "checkedAt" DATETIME NOT NULL,
    "fault" TEXT,
    "faultParams" TEXT,
    "seenAt" DATETIME,
    "distribution" TEXT,
    "role" TEXT,
    "unit" TEXT,
    "version" TEXT,
    "installedVersion" TEXT,
    "privilege" TEXT,
    "dataDir" TEXT,
    "registriesPath" TEXT,
    "serverCa" TEXT,
    "fileDigest" TEXT,
    "facts" TEXT,
    CONSTRAINT "NodeFacts_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Cluster" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "serverCa" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "configurationId" TEXT,
    "wantedRevisionId" TEXT,
    "width" INTEGER NOT NULL DEFAULT 10,
    "stopAfter" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Group_configurationId_fkey" FOREIGN KEY ("configurationId") REFERENCES "Configuration" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Group_wantedRevisionId_fkey" FOREIGN KEY ("wantedRevisionId") REFERENCES "Revision" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT,
    "displayUsername" TEXT,
    "role" TEXT NOT NULL DEFAULT 'viewer',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "passwordCheckedAt" DATETIME,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" DATETIME,
    "refreshTokenExpiresAt" DATETIME,
    "scope" TEXT,
    "password" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "LoginThrottle" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "blockedUntil" DATETIME,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME,
    "lastUsedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "targetType" TEXT,
    "targetId" TEXT,
    "targetName" TEXT,
    "result" TEXT NOT NULL,
    "address" TEXT,
    "detail" TEXT
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SealedKey" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "sealed" BLOB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Push" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "groupId" TEXT,
    "groupName" TEXT NOT NULL,
    "configurationId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "options" TEXT NOT NULL,
    "idempotencyKey" TEXT,
    "retryOfId" TEXT,
    "startedById" TEXT,
    "startedByName" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "stopRequestedAt" DATETIME,
    CONSTRAINT "Push_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Push_configurationId_fkey" FOREIGN KEY ("configurationId") REFERENCES "Configuration" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Push_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PushSecret" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pushId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "credentialVersionId" TEXT,
    "certificateVersionId" TEXT,
    CONSTRAINT "PushSecret_pushId_fkey" FOREIGN KEY ("pushId") REFERENCES "Push" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PushSecret_credentialVersionId_fkey" FOREIGN KEY ("credentialVersionId") REFERENCES "CredentialVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PushSecret_certificateVersionId_fkey" FOREIGN KEY ("certificateVersionId") REFERENCES "CertificateVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PushNode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pushId" TEXT NOT NULL,
    "nodeId" TEXT,
    "nodeName" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "role" TEXT,
    "clusterId" TEXT,
    "position" INTEGER NOT NULL,
    "phase" TEXT NOT NULL DEFAULT 'queued',
    "outcome" TEXT,
    "fault" TEXT,
    "faultParams" TEXT,
    "reviewedDigest" TEXT,
    "wantedDigest" TEXT,
    "diff" TEXT,
    "evidence" TEXT,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    CONSTRAINT "PushNode_pushId_fkey" FOREIGN KEY ("pushId") REFERENCES "Push" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PushNode_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PushEvent" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "pushId" TEXT NOT NULL,
    "pushNodeId" TEXT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "phase" TEXT,
    "code" TEXT NOT NULL,
    "params" TEXT,
    CONSTRAINT "PushEvent_pushId_fkey" FOREIGN KEY ("pushId") REFERENCES "Push" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PushEvent_pushNodeId_fkey" FOREIGN KEY ("pushNodeId") REFERENCES "PushNode" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "token" INTEGER NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Configuration_nameKey_key" ON "Configuration"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_configurationId_number_key" ON "Revision"("configurationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Mirror_revisionId_position_key" ON "Mirror"("revisionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Endpoint_mirrorId_position_key" ON "Endpoint"("mirrorId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Rewrite_mirrorId_position_key" ON "Rewrite"("mirrorId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "RegistryHost_revisionId_section_position_key" ON "RegistryHost"("revisionId", "section", "position");

-- CreateIndex
CREATE INDEX "AuthValue_credentialId_idx" ON "AuthValue"("credentialId");

-- CreateIndex
CREATE INDEX "TlsValue_certificateId_idx" ON "TlsValue"("certificateId");

-- CreateIndex
CREATE INDEX "Extra_revisionId_idx" ON "Extra"("revisionId");

-- CreateIndex
CREATE INDEX "Extra_credentialId_idx" ON "Extra"("credentialId");

-- CreateIndex
CREATE UNIQUE INDEX "Credential_slug_key" ON "Credential"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "CredentialVersion_credentialId_number_key" ON "CredentialVersion"("credentialId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_slug_key" ON "Certificate"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "CertificateVersion_certificateId_number_key" ON "CertificateVersion"("certificateId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "SshCredential_nameKey_key" ON "SshCredential"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Node_nameKey_key" ON "Node"("nameKey");

-- CreateIndex
CREATE INDEX "Node_groupId_idx" ON "Node"("groupId");

-- CreateIndex
CREATE INDEX "Node_clusterId_idx" ON "Node"("clusterId");

-- CreateIndex
CREATE UNIQUE INDEX "Node_host_port_key" ON "Node"("host", "port");

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_nameKey_key" ON "Cluster"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_serverCa_key" ON "Cluster"("serverCa");

-- CreateIndex
CREATE UNIQUE INDEX "Group_nameKey_key" ON "Group"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");

-- CreateIndex
CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Push_number_key" ON "Push"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Push_idempotencyKey_key" ON "Push"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Push_status_idx" ON "Push"("status");

-- CreateIndex
CREATE INDEX "Push_groupId_idx" ON "Push"("groupId");

-- CreateIndex
CREATE INDEX "PushSecret_pushId_idx" ON "PushSecret"("pushId");

-- CreateIndex
CREATE INDEX "PushNode_nodeId_idx" ON "PushNode"("nodeId");

-- CreateIndex
CREATE UNIQUE INDEX "PushNode_pushId_position_key" ON "PushNode"("pushId", "position");

-- CreateIndex
CREATE INDEX "PushEvent_pushId_id_idx" ON "PushEvent"("pushId", "id");
