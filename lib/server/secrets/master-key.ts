import "server-only";
import { randomBytes } from "node:crypto";
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/server/env";
import { log } from "@/lib/server/log";

const keyLength = 32;

/** The key written as 64 hex digits or as base64; undefined when it is neither or has another length. */
function decodeKey(text: string): Buffer | undefined {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? "hex" : "base64");
  return key.length === keyLength ? key : undefined;
}

function readKeyFile(path: string): Buffer | undefined {
  try {
    const key = decodeKey(readFileSync(path, "utf8"));
    if (!key) log.error("master-key.unreadable", { path });
    return key;
  } catch (error) {
    log.error("master-key.missing", { path, error });
    return undefined;
  }
}

const ownKeyFile = () => join(env.dataFolder, "master.key");

const exists = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;

/** Writes a new key where none is. Of several processes that try at once one wins, and all read its key. */
function createKeyFile(path: string): void {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, `${randomBytes(keyLength).toString("base64")}\n`, {
    mode: 0o600,
    flag: "wx",
    flush: true,
  });
  try {
    linkSync(draft, path);
    log.info("master-key.created", { path });
  } catch (error) {
    if (!exists(path)) throw error;
  } finally {
    rmSync(draft);
  }
}

function readOwnKey(mayCreate: boolean): Buffer | undefined {
  const path = ownKeyFile();
  if (!exists(path) && mayCreate) createKeyFile(path);
  if (exists(path) && (statSync(path).mode & 0o077) !== 0) {
    log.warn("master-key.was-open-to-others", { path });
    chmodSync(path, 0o600);
  }
  return readKeyFile(path);
}

/**
 * The master key: from the environment, else from the named file, else from a file of our own in the data folder.
 * `mayCreate` says that nothing is sealed yet; otherwise a missing key stays missing, as a new one would open nothing.
 */
export function findMasterKey(mayCreate: boolean): Buffer | undefined {
  if (env.masterKey) return decodeKey(env.masterKey);
  if (!env.masterKeyFile) return readOwnKey(mayCreate);
  const key = readKeyFile(env.masterKeyFile);
  if (key && (statSync(env.masterKeyFile).mode & 0o007) !== 0)
    log.warn("master-key.open-to-others", { path: env.masterKeyFile });
  return key;
}
