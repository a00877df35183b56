import { describe, expect, test } from "vitest";
import type { TargetInput } from "@/lib/domain/registries/target";
import { ask, hub, hubMirror, mirror, reasons } from "./explain-question";

type Given = Parameters<typeof ask>[1];
const notes = (yaml: string, given: Given = {}) => ask(yaml, given).result.notes;
const codes = (yaml: string, given: Given = {}) => notes(yaml, given).map(({ code }) => code);
const one = hubMirror("https://m");
const at = (version: string, rest: TargetInput = {}) => ({ target: { version, ...rest } });

describe("what is told of a release", () => {
  test.each([
    ["v1.28.5+k3s1", ["release-a"]],
    ["v1.29.1+k3s1", ["release-b"]],
    ["v1.29.2+k3s1", ["release-c"]],
    ["v1.29.3+k3s1", ["release-d"]],
    ["v1.29.4+k3s1", []],
    ["v1.36.2+k3s1", []],
  ])("%s: %j", (version, expected) => {
    expect(codes(one, at(version))).toEqual(expected);
    expect(codes(`${one}configs: {m: {tls: {ca_file: ca}}}`, at(version))).toEqual(expected);
  });

  test("before 2024 has no flag against the default endpoint", () => {
    const count = (version: string) =>
      ask(one, at(version, { disableDefaultRegistryEndpoint: true })).attempts.length;
    expect([count("v1.28.5+k3s1"), count("v1.29.4+k3s1")]).toEqual([2, 1]);
  });

  test("before December 2024 is whom its tokens are for, where a name is rewritten", () => {
    const yaml = "mirrors: {docker.io: {endpoint: [https://m], rewrite: {'^library': x}}}";
    expect(notes(yaml, at("v1.31.3+k3s1"))).toEqual([
      { code: "scope-before-rewrite", params: { before: "library/alpine" } },
    ]);
    expect(codes(yaml, at("v1.31.4+k3s1"))).toEqual([]);
    expect(codes(one, at("v1.31.3+k3s1"))).toEqual([]);
  });
});

describe("what is told of requests besides the list", () => {
  test.each([
    ["v1.33.5+k3s1", ["asked-twice"]],
    ["v1.33.4+k3s1", []],
  ])("in %s the last host is asked again after a failure: %j", (version, expected) => {
    expect(codes(one, { ...at(version), assume: { 1: "5xx", 2: "5xx" } })).toEqual(expected);
    expect(codes(one, { ...at(version), assume: { 1: "5xx" } })).toEqual([]);
    expect(codes(one, { ...at(version), assume: { 2: "5xx" } })).toEqual([]);
  });

  test("the last host may be asked in https first", () => {
    const yaml =
      "configs: {r: {tls: {insecure_skip_verify: true}}}\nmirrors: {r: {endpoint: ['http://m:5000', 'http://r']}}";
    const target = { disableDefaultRegistryEndpoint: true };
    const found = notes(yaml, { image: "r/a", target, assume: { 1: "404", 2: "5xx" } });
    expect(found.map(({ code }) => code)).toEqual([]);
  });

  test("since 2.3 a refusal is looked into", () => {
    const assume = { 1: "403", 2: "403" } as const;
    expect(notes(one, { assume })).toEqual([
      { code: "asked-for-reason", params: { url: mirror("https://m") } },
      { code: "asked-for-reason", params: { url: hub } },
    ]);
    expect(codes(one, { ...at("v1.36.1+k3s1"), assume })).toEqual([]);
  });
});

describe("what is told of a node with a template of its own", () => {
  const login = `${one}configs: {m: {auth: {username: u}}, other: {auth: {username: u}}}`;

  test("is whose logins depend on it", () => {
    const expected = [{ code: "template-login", params: { hosts: "m" } }];
    expect(notes(login, { target: { userTemplate: true } })).toEqual(expected);
    expect(notes(login, { target: { userTemplate: "config.toml.tmpl" } })).toEqual(expected);
    expect(notes(login, { target: { userTemplate: "config-v3.toml.tmpl" } })).toEqual(expected);
  });

  test("is nothing where it is not read, or says nothing of what is pulled", () => {
    expect(codes(login)).toEqual([]);
    expect(codes(login, at("v1.31.5+k3s1", { userTemplate: "config-v3.toml.tmpl" }))).toEqual([]);
    expect(codes(one, { target: { userTemplate: true } })).toEqual([]);
    expect(codes(login, { target: { userTemplate: true, podCredentials: true } })).toEqual([]);
  });

  test("is everything before 2024", () => {
    expect(codes(one, at("v1.28.5+k3s1", { userTemplate: true }))).toEqual([
      "release-a",
      "template-registries",
    ]);
  });
});

describe("containerd 1.x", () => {
  const old = at("v1.31.5+k3s1");
  const six = hubMirror("https://a", "https://[2001:db8::1]:5000");

  test("cannot read the file of a mirror with an IPv6 address", () => {
    expect(reasons(six, old)).toEqual(["file-rejected"]);
    expect(reasons(six)).toEqual(["endpoint", "endpoint", "default"]);
  });

  test("reads the registry itself under such an address", () => {
    const yaml = "configs: {'[2001:db8::1]:5000': {tls: {insecure_skip_verify: true}}}";
    expect(reasons(yaml, { ...old, image: "[2001:db8::1]:5000/a" })).toEqual(["registry"]);
  });

  test.each([
    ["'[::1]:5000': {auth: {username: u}}", true, false],
    ["'[::1]:5000': {tls: {ca_file: /ca}}", false, false],
    ['m: {auth: {username: u, password: "\\a"}}', true, true],
    ['m: {auth: {username: u, password: "\\t\'"}}', false, false],
    ['"it\'s": {auth: {username: u}}', false, true],
    ["'a\\d': {auth: {username: u}}", true, false],
  ])("with configs %s does not start: %s, and 2.x: %s", (configs, before, since) => {
    const isStopped = (given: Given) => {
      const { attempts, result } = ask(`configs: {${configs}}`, given);
      return attempts.length === 0 && result.error?.code === "containerd-config";
    };
    expect([isStopped(old), isStopped({})]).toEqual([before, since]);
  });
});
