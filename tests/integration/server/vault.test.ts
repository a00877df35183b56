import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { temporaryDataFolder } from "@/tests/support/database";

const folder = temporaryDataFolder();
const keyFile = join(folder, "master.key");
const newKey = () => randomBytes(32).toString("hex");

/** The server as after a restart: nothing of the process is left, the data folder is. */
async function restart(environment: Record<string, string> = {}) {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, "pullpath");
  for (const name of ["PULLPATH_MASTER_KEY", "PULLPATH_MASTER_KEY_FILE"]) delete process.env[name];
  Object.assign(process.env, environment);
  const { migrate } = await import("@/lib/server/db/migrate");
  migrate(join(folder, "pullpath.db"));
  const vault = await import("@/lib/server/secrets/vault");
  await vault.openVault();
  return vault;
}

beforeEach(() => {
  for (const name of ["pullpath.db", "pullpath.db-wal", "pullpath.db-shm", "master.key"])
    rmSync(join(folder, name), { force: true });
});

describe("the vault", () => {
  it("opens again after a restart with the key it made, which only its owner can read", async () => {
    const sealed = (await restart()).sealText("hunter2", "credential-version:1");
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const again = await restart();
    expect(again.vaultState()).toBe("ready");
    expect(again.openText(sealed, "credential-version:1")).toBe("hunter2");
  });

  it("takes the key from the environment or a file and then makes none", async () => {
    const PULLPATH_MASTER_KEY = newKey();
    const sealed = (await restart({ PULLPATH_MASTER_KEY })).sealText("hunter2", "c");
    expect(existsSync(keyFile)).toBe(false);
    const named = join(folder, "elsewhere.key");
    writeFileSync(named, Buffer.from(PULLPATH_MASTER_KEY, "hex").toString("base64"), { mode: 0o600 });
    const vault = await restart({ PULLPATH_MASTER_KEY_FILE: named });
    expect(vault.openText(sealed, "c")).toBe("hunter2");
  });

  it("closes the key file to others when someone opened it", async () => {
    await restart();
    chmodSync(keyFile, 0o644);
    await restart();
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  });

  it("says that the key is missing and makes no new one", async () => {
    await restart();
    rmSync(keyFile);
    const vault = await restart();
    expect(vault.vaultState()).toBe("key-missing");
    expect(existsSync(keyFile)).toBe(false);
    expect(() => vault.sealText("x", "c")).toThrow(expect.objectContaining({ reason: "masterKeyMissing" }));
    expect(() => vault.keyedDigest("x", "c")).toThrow(expect.objectContaining({ code: "unavailable" }));
  });

  it("says that the key is wrong, changes nothing, and works again with the right one", async () => {
    const right = newKey();
    const sealed = (await restart({ PULLPATH_MASTER_KEY: right })).sealText("hunter2", "c");
    const wrong = await restart({ PULLPATH_MASTER_KEY: newKey() });
    expect(wrong.vaultState()).toBe("key-wrong");
    expect(() => wrong.openText(sealed, "c")).toThrow(expect.objectContaining({ reason: "masterKeyWrong" }));
    const back = await restart({ PULLPATH_MASTER_KEY: right });
    expect(back.openText(sealed, "c")).toBe("hunter2");
  });

  it("says that a named key file is missing", async () => {
    const vault = await restart({ PULLPATH_MASTER_KEY_FILE: join(folder, "nowhere") });
    expect(vault.vaultState()).toBe("key-missing");
  });

  it("keeps the session secret over restarts, and without a key has one that is no constant", async () => {
    const key = newKey();
    const first = (await restart({ PULLPATH_MASTER_KEY: key })).sessionSecret();
    expect((await restart({ PULLPATH_MASTER_KEY: key })).sessionSecret()).toBe(first);
    const wrong = (await restart({ PULLPATH_MASTER_KEY: newKey() })).sessionSecret();
    const wrongAgain = (await restart({ PULLPATH_MASTER_KEY: newKey() })).sessionSecret();
    expect(new Set([first, wrong, wrongAgain]).size).toBe(3);
  });

  it("keeps no key in the clear in the database", async () => {
    const key = randomBytes(32);
    const secret = (await restart({ PULLPATH_MASTER_KEY: key.toString("hex") })).sessionSecret();
    const { db } = await import("@/lib/server/db/client");
    await db().$disconnect();
    const file = readFileSync(join(folder, "pullpath.db"));
    expect(file.includes(key)).toBe(false);
    expect(file.includes(Buffer.from(secret, "base64"))).toBe(false);
  });
});

describe("a sealed text", () => {
  it("opens for its own context only", async () => {
    const { openText, sealText } = await restart();
    const sealed = sealText("hunter2", "credential-version:1");
    expect(() => openText(sealed, "credential-version:2")).toThrow(
      expect.objectContaining({ reason: "secretUnreadable" }),
    );
  });

  it("does not open with any of its bytes changed, cut or added", async () => {
    const { openText, sealText } = await restart();
    const sealed = sealText("hunter2", "c");
    for (const index of sealed.keys()) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(() => openText(changed, "c")).toThrow(expect.objectContaining({ code: "unavailable" }));
    }
    expect(() => openText(sealed.subarray(0, -1), "c")).toThrow();
    expect(() => openText(sealed.subarray(0, 20), "c")).toThrow();
    expect(() => openText(new Uint8Array([...sealed, 0]), "c")).toThrow();
  });

  it("differs each time, and digests do not", async () => {
    const { keyedDigest, sealText } = await restart();
    expect(sealText("same", "c")).not.toEqual(sealText("same", "c"));
    expect(keyedDigest("same", "c")).toBe(keyedDigest("same", "c"));
    expect(keyedDigest("same", "c")).not.toBe(keyedDigest("same", "d"));
    expect(keyedDigest("b", "a")).not.toBe(keyedDigest("", "ab"));
    expect(keyedDigest("same", "c")).toMatch(/^[0-9a-f]{64}$/);
  });
});
