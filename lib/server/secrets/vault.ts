import "server-only";
import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { db } from "@/lib/server/db/client";
import { isUniqueViolation } from "@/lib/server/db/errors";
import { log } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { EnvelopeError, open, seal } from "./envelope";
import { findMasterKey } from "./master-key";

export type VaultState = "ready" | "key-missing" | "key-wrong";
type Keys = { data: Buffer; digest: Buffer; session: Buffer };

const vault = singleton<{ state: VaultState; keys: Keys | undefined }>("vault", () => ({
  state: "key-missing",
  keys: undefined,
}));
// While the master key is missing people can still log in and read: their sessions last as long as the process.
const temporarySecret = singleton("vault.session", () => randomBytes(32));

const keyContext = (name: string) => `sealed-key:${name}`;

/** The key of this name, made and sealed at its first use. A key that exists is never replaced. */
async function loadKey(name: string, sealingKey: Buffer): Promise<Buffer> {
  const row = await db().sealedKey.findUnique({ where: { name } });
  if (row) return open(row.sealed, keyContext(name), sealingKey);
  const key = randomBytes(32);
  try {
    await db().sealedKey.create({ data: { name, sealed: seal(key, keyContext(name), sealingKey) } });
    return key;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return loadKey(name, sealingKey);
  }
}

async function loadKeys(): Promise<VaultState> {
  const master = findMasterKey((await db().sealedKey.count()) === 0);
  if (!master) return "key-missing";
  try {
    const data = await loadKey("data", master);
    const digest = Buffer.from(hkdfSync("sha256", data, "", "pullpath:keyed-digest:1", 32));
    vault.keys = { data, digest, session: await loadKey("session", data) };
    return "ready";
  } catch (error) {
    if (error instanceof EnvelopeError) return "key-wrong";
    throw error;
  }
}

/** Unlocks the vault once at start. Without the right master key it stays closed and everything else works. */
export async function openVault(): Promise<VaultState> {
  vault.state = await loadKeys();
  if (vault.state !== "ready") log.error("vault.closed", { state: vault.state });
  return vault.state;
}

export const vaultState = (): VaultState => vault.state;

function requireKeys(): Keys {
  if (vault.keys) return vault.keys;
  throw new AppError("unavailable", vault.state === "key-wrong" ? "masterKeyWrong" : "masterKeyMissing");
}

/** Refuses what cannot be told without the master key. */
export const requireVault = (): void => void requireKeys();

/** Encrypts a secret. `context` names the place it is stored at, such as `credential-version:<id>`, and is bound to it. */
export const sealText = (text: string, context: string): Uint8Array<ArrayBuffer> =>
  seal(Buffer.from(text, "utf8"), context, requireKeys().data);

/** The secret sealed for this context. */
export function openText(sealed: Uint8Array, context: string): string {
  const { data } = requireKeys();
  try {
    return open(sealed, context, data).toString("utf8");
  } catch (cause) {
    throw new AppError("unavailable", "secretUnreadable", { cause });
  }
}

/** A fingerprint that tells nothing to who does not hold the data key: HMAC-SHA-256 as hex. */
export const keyedDigest = (data: string | Uint8Array, context: string): string =>
  createHmac("sha256", requireKeys().digest).update(`${context}\0`).update(data).digest("hex");

/** What session cookies are signed with. */
export const sessionSecret = (): string => (vault.keys?.session ?? temporarySecret).toString("base64");
