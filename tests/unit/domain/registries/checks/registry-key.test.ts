import { describe, expect, it } from "vitest";
import { checkMirrorName, checkRegistryKey } from "@/lib/domain/registries/checks/registry-key";

const right = [
  "*",
  "docker.io",
  "harbor.corp:8443",
  "localhost:5000",
  "10.0.0.1:5000",
  "[::1]",
  "[fd00::1]:5000",
];

const wrong: [key: string, code: string, params?: object][] = [
  ["", "key-empty"],
  ["_default", "key-reserved"],
  ["https://harbor.corp", "key-scheme", { value: "https://harbor.corp", host: "harbor.corp" }],
  ["http://harbor.corp:80/v2", "key-scheme", { host: "harbor.corp:80", value: "http://harbor.corp:80/v2" }],
  ["http:/harbor.corp", "key-scheme", { value: "http:/harbor.corp", host: "harbor.corp" }],
  ["harbor.corp/project", "key-path", { value: "harbor.corp/project", host: "harbor.corp" }],
  ["..", "key-path"],
  [".", "key-path"],
  ["../../etc", "key-path"],
  ["a\\b", "key-path"],
  ["harbor corp", "key-space", { host: "harborcorp" }],
  [" harbor.corp", "key-space", { host: "harbor.corp" }],
  ["harbor\u00a0corp", "key-space"],
  ["harbor\u0000corp", "control-char"],
  ["*.corp", "key-wildcard", { value: "*.corp" }],
  ["harbor：5000", "key-character", { character: "：" }],
  ["user@harbor.corp", "key-character", { character: "@" }],
  ["-harbor.corp", "key-character", { character: "-harbor.corp" }],
  ["harbor.corp:", "key-port", { port: "", host: "harbor.corp" }],
  ["harbor.corp:abc", "key-port", { port: "abc", host: "harbor.corp" }],
  ["harbor.corp:99999", "key-port", { port: "99999", host: "harbor.corp" }],
  ["fd00::1", "key-ipv6", { right: "[fd00::1]" }],
  ["::1", "key-ipv6", { right: "[::1]" }],
  ["Harbor.corp", "key-upper-case", { value: "Harbor.corp", right: "harbor.corp" }],
];

describe("checkRegistryKey", () => {
  it.each(right)("accepts %s", (key) => expect(checkRegistryKey(key)).toBeNull());

  it.each(wrong)("answers %j with %s", (key, code, params) => {
    const found = checkRegistryKey(key);
    expect(found?.code).toBe(code);
    if (params) expect(found?.params).toEqual(params);
  });
});

describe("checkMirrorName", () => {
  it.each([
    ["docker.io", null],
    ["*", null],
    ["localhost", null],
    ["registry-1.docker.io", "hub-alias-key"],
    ["index.docker.io", "hub-alias-key"],
    ["myhost", "key-not-registry"],
    ["myhost:5000", null],
    ["", "key-empty"],
  ])("answers %j with %s", (name, code) => expect(checkMirrorName(name)?.code ?? null).toBe(code));
});
