import "server-only";
import { createHash } from "node:crypto";

/** SHA-256, in hex, of the bytes that a node receives. */
export const fingerprintOf = (pem: string): string => createHash("sha256").update(pem, "utf8").digest("hex");
