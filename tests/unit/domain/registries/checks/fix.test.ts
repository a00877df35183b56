import { describe, expect, it } from "vitest";
import { checkEndpoint } from "@/lib/domain/registries/checks/endpoint";
import { fixesOf } from "@/lib/domain/registries/checks/fix";
import { checkMirrorName } from "@/lib/domain/registries/checks/registry-key";
import { checkRewrite } from "@/lib/domain/registries/checks/rewrite-pattern";

describe("fixes", () => {
  it.each([
    ["https://harbor.corp/x", "harbor.corp"],
    [" harbor.corp", "harbor.corp"],
    ["_default", "*"],
    ["::1", "[::1]"],
    ["Harbor.corp", "harbor.corp"],
    ["index.docker.io", "docker.io"],
  ])("mends the name %j", (name, right) => {
    const found = checkMirrorName(name);
    expect(found && fixesOf(found, name)).toEqual([right]);
    expect(checkMirrorName(right)).toBeNull();
  });

  it.each([
    ["http:/h.io", "http://h.io"],
    ["https://h.io ", "https://h.io"],
    ["htps://h.io/v2", "https://h.io/v2"],
    ["https://fd00::1", "https://[fd00::1]"],
    ["https://u:pw@h.io/v2/x", "https://h.io/v2/x"],
    ["https://h.io/v2?x=1", "https://h.io/v2"],
    ["https://h.io/hub/", "https://h.io/v2/hub"],
    ["https://h.io/v2/", "https://h.io/v2"],
  ])("mends the endpoint %j", (url, right) => {
    const found = checkEndpoint(url);
    expect(found && fixesOf(found, url)[0]).toBe(right);
    expect(checkEndpoint(right)).toBeNull();
  });

  it("offers both schemes when none is written", () => {
    const found = checkEndpoint("h.io:5000");
    expect(found && fixesOf(found, "h.io:5000")).toEqual(["https://h.io:5000", "http://h.io:5000"]);
  });

  it.each([
    ["^a\\.b\\d+\\\\.c", "^a[.]b[0-9]+\\\\.c"],
    ["\\bfoo", "\\\\bfoo"],
  ])("mends every escape of the pattern %j", (pattern, right) => {
    const found = checkRewrite({ pattern, replacement: "x" }).pattern;
    expect(found && fixesOf(found, pattern)).toEqual([right]);
    expect(checkRewrite({ pattern: right, replacement: "x" }).pattern).toBeNull();
  });

  it.each(["$1_x", "\\1", "/docker/$1"])("mends the replacement %j", (replacement) => {
    const found = checkRewrite({ pattern: "(.*)", replacement }).replacement;
    const [right = ""] = found ? fixesOf(found, replacement) : [];
    expect(checkRewrite({ pattern: "(.*)", replacement: right }).replacement).toBeNull();
  });

  it("offers none where only a person can know", () => {
    const found = checkEndpoint("https://h.io:port");
    expect(found && fixesOf(found, "https://h.io:port")).toEqual([]);
  });
});
