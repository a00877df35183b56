-- CreateTable
CREATE TABLE "PublicMirror" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "registry" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "createdByName" TEXT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "PublicMirror_nameKey_key" ON "PublicMirror"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "PublicMirror_registry_address_key" ON "PublicMirror"("registry", "address");
