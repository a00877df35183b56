import { describe, expect, test } from "vitest";
import { ask, hubMirror } from "./explain-question";

const config = (host: string, settings: object) => JSON.stringify({ [host]: settings });
const withConfig = (endpoint: string, host: string, settings: object) =>
  `${hubMirror(endpoint)}configs: ${config(host, settings)}\n`;
const modes = (endpoint: string, tls: object, host = endpoint.replace(/^https?:\/\//, "")) =>
  ask(withConfig(endpoint, host, { tls }))
    .attempts.slice(0, -1)
    .map((attempt) => `${new URL(attempt.url).protocol} ${attempt.tls.mode}`);

describe("TLS of an attempt", () => {
  test.each([
    ["https://m", {}, ["https: verify"]],
    ["https://m", { ca_file: "/ca" }, ["https: verify"]],
    ["https://m", { insecure_skip_verify: true }, ["https: unverified"]],
    ["http://m", {}, ["http: plain"]],
    ["http://m:80", { insecure_skip_verify: true }, ["http: plain"]],
    ["http://m:5000", { insecure_skip_verify: true }, ["https: unverified", "http: plain"]],
    ["http://m:5000", { ca_file: "/ca" }, ["https: verify", "http: plain"]],
    ["http://m", { cert_file: "/c", key_file: "/k" }, ["https: verify", "http: plain"]],
  ])("%s with %j: %j", (endpoint, tls, expected) => {
    expect(modes(endpoint, tls)).toEqual(expected);
  });

  test.each([
    ["https://m:443", "m"],
    ["https://M", "m"],
    ["https://m", "*"],
    ["https://m", "https://m"],
  ])("of %s is not taken from %s", (endpoint, host) => {
    expect(modes(endpoint, { insecure_skip_verify: true }, host)).toEqual(["https: verify"]);
  });

  test("names the files", () => {
    const tls = { ca_file: "/ca.crt", cert_file: "/c.crt", key_file: "/k.key" };
    expect(ask(withConfig("https://m", "m", { tls })).attempts[0]?.tls).toEqual({
      mode: "verify",
      ca: "/ca.crt",
      client: { cert: "/c.crt", key: "/k.key" },
    });
  });

  test("of the wildcard holds only without a mirror of the wildcard", () => {
    const configs = `configs: {"*": {tls: {insecure_skip_verify: true}}}`;
    const alone = ask(configs, { image: "quay.io/a" });
    expect(alone.attempts.map(({ tls, reason }) => [tls.mode, reason.code])).toEqual([
      ["unverified", "wildcard-settings"],
    ]);
    const both = ask(`mirrors: {"*": {endpoint: [https://m]}}\n${configs}`, { image: "quay.io/a" });
    expect(both.attempts.map(({ tls }) => tls.mode)).toEqual(["verify", "verify"]);
  });

  test.each([
    [{ cert_file: "/c" }, "tls-pair", { missing: "key_file" }],
    [{ key_file: "/k" }, "tls-pair", { missing: "cert_file" }],
    [{ ca_file: "certs/ca.crt" }, "tls-relative", { path: "certs/ca.crt" }],
  ])("with %j fails the pull before any attempt", (tls, code, params) => {
    const { attempts, entry, result } = ask(withConfig("https://m", "m", { tls }), { assume: { "1": "ok" } });
    expect(attempts).toEqual([]);
    expect(entry?.key).toBe("docker.io");
    expect(result).toMatchObject({ outcome: "failed", attempt: null, error: { code, params } });
  });
});

describe("the credential of an attempt", () => {
  const auth = { username: "u", password: "hunter2" };
  const keys = (yaml: string, podCredentials = false) =>
    ask(yaml, { target: { podCredentials } }).attempts.map(({ credential }) => credential);

  test("is found by host and port as asked, and its value is told nowhere", () => {
    const yaml = withConfig("https://m:5000", "m:5000", { auth });
    expect(keys(yaml)).toEqual([{ source: "file", key: "m:5000", kind: "password" }, null]);
    expect(JSON.stringify(ask(yaml))).not.toContain("hunter2");
  });

  test.each(["docker.io", "index.docker.io", "*", "https://registry-1.docker.io"])(
    "of Docker Hub is not found under %s",
    (host) => {
      expect(keys(`configs: ${config(host, { auth })}`)).toEqual([null]);
    },
  );

  test("of Docker Hub is found under the name that answers", () => {
    expect(keys(`configs: ${config("registry-1.docker.io", { auth })}`)).toEqual([
      { source: "file", key: "registry-1.docker.io", kind: "password" },
    ]);
  });

  test.each([
    [{ username: "u", identity_token: "t", auth: "dTpw" }, "password"],
    [{ password: "p", identity_token: "t", auth: "dTpw" }, "identity-token"],
    [{ auth: "dTpw" }, "auth"],
    [{ auth: "dQ==" }, "invalid"],
    [{ auth: "no base64" }, "invalid"],
  ])("of %j is its %s", (given, kind) => {
    expect(keys(withConfig("https://m", "m", { auth: given }))[0]).toEqual({
      source: "file",
      key: "m",
      kind,
    });
  });

  test.each([{}, { password: "p" }])("of %j is none", (given) => {
    expect(keys(withConfig("https://m", "m", { auth: given }))[0]).toBeNull();
  });

  test("is the pod's for every host when the kubelet sends one", () => {
    expect(keys(withConfig("https://m", "m", { auth }), true)).toEqual([
      { source: "pod" },
      { source: "pod" },
    ]);
  });
});
