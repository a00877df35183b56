import { describe, expect, it } from "vitest";
import { askedOf, urlOf } from "@/lib/domain/registry-test/asked";
import { chooseChallenge, readChallenges } from "@/lib/domain/registry-test/challenge";
import { loginOf } from "@/lib/domain/registry-test/login";
import { recentTests, secondsToWait, testsPerMinute } from "@/lib/domain/registry-test/pace";
import { listNames } from "@/lib/domain/registry-test/result";

describe("the address that is asked", () => {
  it.each([
    ["https://harbor.local", "https://harbor.local/v2/"],
    ["harbor.local:8443", "https://harbor.local:8443/v2/"],
    ["http://10.0.0.5:5000/", "http://10.0.0.5:5000/v2/"],
    ["https://docker.io", "https://registry-1.docker.io/v2/"],
    ["https://harbor.local/v2/proxy/a", "https://harbor.local/v2/"],
    [
      "https://jfrog.local/artifactory/api/docker/hub/v2",
      "https://jfrog.local/artifactory/api/docker/hub/v2/",
    ],
    ["https://harbor.local/mirror", "https://harbor.local/mirror/"],
    ["https://user:secret@harbor.local/v2?a=b#c", "https://harbor.local/v2/"],
    ["https://[2001:db8::1]:5000", "https://[2001:db8::1]:5000/v2/"],
    ["  https://harbor.local ", "https://harbor.local/v2/"],
  ])("of %s is %s", (endpoint, url) => {
    const asked = askedOf(endpoint);
    expect(asked && urlOf(asked)).toBe(url);
  });

  it("has a host without brackets and a port", () => {
    expect(askedOf("http://[::1]")).toMatchObject({ host: "::1", port: 80, authority: "[::1]" });
    expect(askedOf("https://harbor.local")).toMatchObject({ host: "harbor.local", port: 443 });
  });

  it.each(["", "https://", "ftp://harbor.local", "https://harbor.local:99999", "https://a b"])(
    "is none for %j",
    (endpoint) => expect(askedOf(endpoint)).toBeNull(),
  );
});

describe("how a server asks for a login", () => {
  const read = (header: string) =>
    readChallenges(header).map(({ scheme, params }) => [scheme, Object.fromEntries(params)]);

  it.each([
    ["", []],
    ["Basic", [["basic", {}]]],
    ['Basic realm="a \\"b\\", c"', [["basic", { realm: 'a "b", c' }]]],
    [
      'Bearer realm="https://auth.local/token",service=registry,Scope="a:b:pull"',
      [["bearer", { realm: "https://auth.local/token", service: "registry", scope: "a:b:pull" }]],
    ],
    [
      "Negotiate, Basic realm=x",
      [
        ["negotiate", {}],
        ["basic", { realm: "x" }],
      ],
    ],
  ])("is read from %j", (header, challenges) => expect(read(header)).toEqual(challenges));

  it.each([
    ['Basic realm="b", Bearer realm="https://t"', "bearer"],
    ['Bearer service="x", Basic realm="b"', "basic"],
    ["Negotiate", undefined],
  ])("is answered as containerd does: %s", (header, scheme) => {
    expect(chooseChallenge(readChallenges(header))?.scheme).toBe(scheme);
  });

  // So long that anything worse than linear would outlast the test.
  it.each([
    [`Bearer realm="${"\\".repeat(1_000_000)}`, 2],
    [`${" ,".repeat(1_000_000)}"`, 0],
    [`a${" ".repeat(1_000_000)}"`, 1],
  ])("is read in linear time, however long the header is", (header, count) => {
    expect(readChallenges(header)).toHaveLength(count);
  });
});

describe("what containerd makes of a login", () => {
  const auth = { username: "", password: "", auth: "", identitytoken: "" };
  it.each([
    [{}, null],
    [
      { username: "u", password: "p", identitytoken: "t" },
      { kind: "password", username: "u", password: "p" },
    ],
    [
      { identitytoken: "t", auth: "eDp5" },
      { kind: "identity-token", token: "t" },
    ],
    [{ auth: btoa("u:p:q\0") }, { kind: "password", username: "u", password: "p:q" }],
    [{ auth: "dTrDvA==" }, { kind: "password", username: "u", password: "ü" }],
    [{ auth: "token" }, "unusable"],
  ])("from %j", (given, login) => expect(loginOf({ ...auth, ...given })).toEqual(login));
});

describe("the pace of tests", () => {
  it("is a number a minute", () => {
    const begun = Array.from({ length: testsPerMinute }, (_, index) => index * 1000);
    expect(secondsToWait(begun.slice(1), 40_000)).toBe(0);
    expect(secondsToWait(begun, 40_000)).toBe(20);
    expect(secondsToWait(begun, 60_000)).toBe(0);
    expect(recentTests([0, 1000], 60_500)).toEqual([1000]);
  });
});

it("lists names for a sentence", () => {
  expect(listNames([])).toEqual({ names: "", more: 0 });
  expect(listNames(Array.from({ length: 11 }, (_, index) => `n${index}`))).toEqual({
    names: "n0, n1, n2, n3, n4, n5, n6, n7",
    more: 3,
  });
});
