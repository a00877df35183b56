import { describe, expect, test } from "vitest";
import { ask, hub, hubMirror, mirror, reasons, urls } from "./explain-question";

const noDefault = { disableDefaultRegistryEndpoint: true };
const wildcard = `mirrors: {"*": {endpoint: [https://any]}}`;
const own = "https://quay.io/v2/a/manifests/latest";

describe("the default endpoint, when it is disabled", () => {
  test("is not asked", () => {
    expect(urls(hubMirror("https://m"), { target: noDefault })).toEqual([mirror("https://m")]);
    expect(urls(wildcard, { image: "quay.io/a", target: noDefault })).toHaveLength(1);
  });

  test("is asked where the file lists it, with its rewrites", () => {
    const yaml = `mirrors: {docker.io: {endpoint: [docker.io], rewrite: {"^library": x}}}`;
    expect(urls(yaml, { target: noDefault })).toEqual([
      "https://registry-1.docker.io/v2/x/alpine/manifests/latest",
    ]);
    expect(reasons(yaml, { target: noDefault })).toEqual(["endpoint"]);
  });

  test.each([
    [
      "an entry under configs",
      `${hubMirror("https://m")}configs: {docker.io: }`,
      ["endpoint", "default-kept"],
    ],
    ["no endpoint", "mirrors: {docker.io: }", ["built-in-kept"]],
    ["no entry", "", ["built-in"]],
  ])("is asked all the same with %s", (_name, yaml, expected) => {
    expect(reasons(yaml, { target: noDefault })).toEqual(expected);
    expect(urls(yaml, { target: noDefault }).at(-1)).toBe(hub);
  });

  test("is not asked beside the embedded registry", () => {
    const target = { ...noDefault, embeddedRegistry: true, distribution: "rke2" } as const;
    expect(urls("mirrors: {docker.io: }", { target })).toEqual([mirror("https://127.0.0.1:9345")]);
  });
});

describe("releases differ", () => {
  test.each([
    ["v1.36.2+k3s1", 2],
    ["v1.31.7+k3s1", 2],
    ["v1.31.6+k3s1", 1],
    ["v1.32.2+rke2r1", 1],
    ["v1.31.5+k3s1", 2],
    ["v1.30.0+k3s1", 2],
    ["v1.29.2+k3s1", 1],
  ])("in %s a wildcard mirror gives %i attempts", (version, count) => {
    const found = urls(wildcard, { image: "quay.io/a", target: { version } });
    expect(found).toHaveLength(count);
    expect(found.includes(own)).toBe(count === 2);
  });

  test("until March 2024 settings of a registry without endpoints were not read", () => {
    const yaml = "configs: {quay.io: {tls: {insecure_skip_verify: true}}}";
    const mode = (version: string) =>
      ask(yaml, { image: "quay.io/a", target: { version } }).attempts[0]?.tls.mode;
    expect([mode("v1.29.3+k3s1"), mode("v1.29.4+k3s1")]).toEqual(["verify", "unverified"]);
  });

  test("in February 2024 the default endpoint as the last of the list dropped the entry", () => {
    const yaml = hubMirror("https://m", "https://registry-1.docker.io");
    expect(urls(yaml, { target: { version: "v1.29.2+k3s1" } })).toEqual([hub]);
    expect(urls(yaml)).toEqual([mirror("https://m"), hub]);
  });

  test("until December 2023 the registry itself was rewritten too", () => {
    const yaml = `mirrors: {docker.io: {endpoint: [https://m], rewrite: {"^library": x}}}`;
    const rewritten = (version: string) =>
      ask(yaml, { target: { version } }).attempts.map(({ rewrite }) => rewrite !== null);
    expect([rewritten("v1.28.5+k3s1"), rewritten("v1.28.9+k3s1")]).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});
