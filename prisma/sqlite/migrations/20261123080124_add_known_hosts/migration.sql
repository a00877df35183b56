-- CreateTable
CREATE TABLE "KnownHost" (
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "algorithm" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "trustedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "trustedByName" TEXT NOT NULL,

    PRIMARY KEY ("host", "port")
);

-- Keys trusted before this table was there stay known, too.
INSERT INTO "KnownHost" ("host", "port", "algorithm", "fingerprint", "publicKey", "trustedAt", "trustedByName")
SELECT "Node"."host", "Node"."port", "HostKey"."algorithm", "HostKey"."fingerprint", "HostKey"."publicKey", "HostKey"."trustedAt", "HostKey"."trustedByName"
FROM "HostKey" JOIN "Node" ON "Node"."id" = "HostKey"."nodeId";
