import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { envSchema, readEnv } from "@/lib/server/env";

describe("the environment", () => {
  it("needs nothing", () => {
    expect(readEnv({})).toMatchObject({
      dataFolder: join(process.cwd(), "data"),
      databaseFile: join(process.cwd(), "data", "pullpath.db"),
      masterKey: undefined,
      trustedProxy: false,
      testLoopback: false,
      port: "3000",
    });
  });

  it("takes an empty variable as absent", () => {
    expect(readEnv({ PULLPATH_DATA: "", PULLPATH_MASTER_KEY: " ", DATABASE_URL: "" })).toEqual(readEnv({}));
  });

  it("makes paths absolute and the address an origin", () => {
    const env = readEnv({
      PULLPATH_DATA: "/var/p",
      DATABASE_URL: "file:x/y.db",
      PULLPATH_URL: "https://P.lan/",
    });
    expect(env).toMatchObject({ databaseFile: join(process.cwd(), "x/y.db"), url: "https://p.lan" });
    expect(readEnv({ PULLPATH_DATA: "/var/p" }).databaseFile).toBe("/var/p/pullpath.db");
  });

  it.each([
    ["yes", true],
    ["true", true],
    ["1", true],
    ["no", false],
    ["0", false],
  ])("reads %s as a switch", (text, value) => {
    expect(readEnv({ PULLPATH_TRUSTED_PROXY: text }).trustedProxy).toBe(value);
  });

  it.each([
    [{ DATABASE_URL: "postgresql://db/pullpath" }, /SQLite[\s\S]*DATABASE_URL/],
    [{ PULLPATH_DATA: "/srv/app/.next/standalone/data" }, /\.next[\s\S]*PULLPATH_DATA/],
    [{ PULLPATH_MASTER_KEY_FILE: ".next/key" }, /\.next[\s\S]*PULLPATH_MASTER_KEY_FILE/],
    [{ DATABASE_URL: "file:/srv/.next/p.db" }, /\.next/],
    [{ PULLPATH_MASTER_KEY: "short" }, /32 bytes[\s\S]*PULLPATH_MASTER_KEY/],
    [{ PULLPATH_URL: "pullpath.lan" }, /PULLPATH_URL/],
    [{ PULLPATH_URL: "https://pullpath.lan/path" }, /PULLPATH_URL/],
    [{ PULLPATH_URL: "ftp://pullpath.lan" }, /PULLPATH_URL/],
    [{ PULLPATH_TRUSTED_PROXY: "perhaps" }, /PULLPATH_TRUSTED_PROXY/],
    [{ PULLPATH_TEST_LOOPBACK: "perhaps" }, /PULLPATH_TEST_LOOPBACK/],
    [{ PULLPATH_LOG_LEVEL: "loud" }, /PULLPATH_LOG_LEVEL/],
    [{ PORT: "http" }, /PORT/],
  ])("says what is wrong with %j", (source, message) => {
    expect(() => readEnv(source)).toThrow(message);
  });

  it("never repeats a master key that it refuses", () => {
    expect(() => readEnv({ PULLPATH_MASTER_KEY: "my-secret-key" })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining("my-secret-key") }),
    );
  });

  it("takes a master key as hex digits or as base64", () => {
    expect(readEnv({ PULLPATH_MASTER_KEY: "ab".repeat(32) }).masterKey).toHaveLength(64);
    expect(readEnv({ PULLPATH_MASTER_KEY: Buffer.alloc(32, 1).toString("base64") }).masterKey).toHaveLength(
      44,
    );
  });

  it("is described line by line in .env.example", () => {
    const example = readFileSync(".env.example", "utf8");
    const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(envSchema.shape).sort());
  });
});
