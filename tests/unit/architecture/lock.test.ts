import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completeLock, findMissing, platformOf } from "@/.config/complete-lock.mjs";

const text = readFileSync("package-lock.json", "utf8");

describe("package-lock.json", () => {
  it("holds the optional packages of every platform, so that npm ci works everywhere", () => {
    expect(findMissing(JSON.parse(text)).map(({ place }) => place)).toEqual([]);
  });

  it("holds nothing that no package asks for", () => {
    expect(text).not.toContain('"extraneous"');
  });

  it("names no registry", () => {
    expect(text.match(/"resolved"|https?:\/\/[^"]*registry/g)).toBeNull();
  });
});

describe("completing a lock", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/tool": {
        version: "1.2.3",
        dev: true,
        optionalDependencies: { "@tool/linux-x64-gnu": "1.2.3", "@tool/darwin-arm64": "1.2.3" },
      },
      "node_modules/tool/node_modules/@tool/linux-x64-gnu": { version: "1.2.3", optional: true },
    },
  };

  it("finds the package that is missing and no other", () => {
    expect(findMissing(lock)).toEqual([
      {
        place: "node_modules/@tool/darwin-arm64",
        entry: { version: "1.2.3", dev: true, optional: true, os: ["darwin"], cpu: ["arm64"] },
      },
    ]);
  });

  it("leaves nothing missing and changes nothing else", () => {
    const completed = completeLock(lock);
    expect(findMissing(completed)).toEqual([]);
    expect(completed.packages).toMatchObject(lock.packages);
    expect(completeLock(completed)).toEqual(completed);
  });

  it("drops what nothing asks for", () => {
    const packages = { ...lock.packages, "node_modules/left-over": { version: "1.0.0", extraneous: true } };
    expect(completeLock({ packages }).packages).not.toHaveProperty("node_modules/left-over");
  });

  it("refuses a range, because only an exact version can be locked", () => {
    const ranged = { packages: { "node_modules/a": { optionalDependencies: { "a-darwin-x64": "^1.0.0" } } } };
    expect(() => completeLock(ranged)).toThrow("no exact version");
  });

  it.each([
    ["@next/swc-win32-arm64-msvc", { os: ["win32"], cpu: ["arm64"] }],
    ["@biomejs/cli-linux-arm64-musl", { os: ["linux"], cpu: ["arm64"], libc: ["musl"] }],
    ["@tailwindcss/oxide-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
    ["@tailwindcss/oxide-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("reads the platform of %s from its name", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});
