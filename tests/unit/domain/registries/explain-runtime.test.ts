import { describe, expect, test } from "vitest";
import { runtimeAttempts } from "@/lib/domain/registries/explain/runtime";
import { normalizeReference } from "@/lib/domain/registries/reference";
import { ask, decoded } from "./explain-question";
import endpoints from "./explain-runtime-cases.json";
import rewrites from "./explain-runtime-rewrite-cases.json";

function runtime(yaml: string, image: string) {
  const reference = normalizeReference(image);
  if ("error" in reference) throw new Error(reference.error);
  return runtimeAttempts(decoded(yaml), reference).choices.map(([first]) => first?.[0]);
}

const target = { distribution: "rke2", puller: "rke2-runtime" } as const;
const withoutManifest = (url = "") => url.replace(/\/library\/busybox.*|\/busybox.*/, "");

describe("RKE2's own pull of its runtime image", () => {
  test.each(endpoints.cases.map((each) => [each.name, each] as const))(
    "asks as wharfie does: %s",
    (_name, each) => {
      const yaml = JSON.stringify({ mirrors: each.mirrors ?? {}, configs: each.configs ?? {} });
      const attempts = runtime(yaml, each.image);
      expect(attempts.map((attempt) => withoutManifest(attempt?.url))).toEqual(
        each.expectedEndpoints.map(({ url }) => url),
      );
      expect(attempts.map((attempt) => attempt?.credential !== null)).toEqual(
        each.expectedEndpoints.map((endpoint) => "auth" in endpoint),
      );
      for (const [index, unverified] of (each.expectedInsecureSkipVerify ?? []).entries()) {
        expect(attempts[index]?.tls.mode).toBe(unverified ? "unverified" : "verify");
      }
    },
  );

  test.each(rewrites.cases)(
    "rewrites as wharfie does: $image to $result",
    ({ registry, rewrite, image, result }) => {
      const yaml = JSON.stringify({
        mirrors: { [registry]: { endpoint: ["https://m.example.com"], rewrite } },
      });
      const found = runtime(yaml, image)[0];
      const { pathname } = new URL(found?.url ?? "");
      const [, , repository, object] = /^\/v2\/((.*)\/manifests\/(.*))$/.exec(pathname) ?? [];
      expect(result).toMatch(new RegExp(`^[^/]+/${repository}[:@]${object}$`));
    },
  );

  test("goes to the registry itself last, whatever the flag says, and never rewrites it", () => {
    const yaml = `
mirrors:
  docker.io:
    endpoint: [https://m.example.com, index.docker.io]
    rewrite: {"(.*)": "x/$1"}
`;
    const { attempts, entry } = ask(yaml, {
      image: "rancher/rke2-runtime:v1",
      target: { ...target, disableDefaultRegistryEndpoint: true },
    });
    expect(entry).toEqual({ key: "docker.io", directory: null });
    expect(attempts.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://m.example.com/v2/x/rancher/rke2-runtime/manifests/v1?ns=docker.io",
      "GET https://index.docker.io/v2/rancher/rke2-runtime/manifests/v1",
      "GET https://index.docker.io/v2/rancher/rke2-runtime/manifests/v1",
    ]);
  });

  test.each([
    ["registry.example.com:443", "registry.example.com/a"],
    ["registry.example.com:80", "registry.example.com/a"],
    ["*", "registry.example.com/a"],
    ["index.docker.io", "a/b"],
  ])("takes the mirror %s for %s", (key, image) => {
    const yaml = JSON.stringify({ mirrors: { [key]: { endpoint: ["m.example.com"] } } });
    expect(ask(yaml, { image, target }).entry).toEqual({ key, directory: null });
    expect(ask(yaml, { image, target }).attempts).toHaveLength(2);
  });

  test.each([
    ["docker.io", "docker.io"],
    ["index.docker.io", "index.docker.io"],
    ["*", "*"],
    ["registry-1.docker.io", null],
  ])("finds the credential of Docker Hub under %s: %j", (key, found) => {
    const yaml = JSON.stringify({ configs: { [key]: { auth: { username: "u", password: "p" } } } });
    const credential = ask(yaml, { image: "a/b", target }).attempts[0]?.credential;
    expect(credential).toEqual(found === null ? null : { source: "file", key: found, kind: "password" });
  });

  test("goes on without TLS settings that lack half of a pair", () => {
    const yaml = "configs: {index.docker.io: {tls: {cert_file: /c, insecure_skip_verify: true}}}";
    expect(ask(yaml, { target }).attempts[0]?.tls).toEqual({ mode: "verify", ca: null, client: null });
  });

  test.each([
    [{ "^library/": "" }, "/v2/library/alpine/manifests/latest"],
    [{ "^library/": "Team/" }, "/v2/library/alpine/manifests/latest"],
    [{ "^library/alpine": "x" }, "/v2/library/alpine/manifests/latest"],
    [{ "^library/": "team/" }, "/v2/team/alpine/manifests/latest"],
  ])("asks for what %j makes only where it is a repository", (rewrite, path) => {
    const yaml = JSON.stringify({ mirrors: { "docker.io": { endpoint: ["https://m"], rewrite } } });
    expect(new URL(ask(yaml, { target }).attempts[0]?.url ?? "").pathname).toBe(path);
  });

  test("leaves out endpoints without a host", () => {
    const yaml = JSON.stringify({
      mirrors: { "docker.io": { endpoint: ["", "https://", "bad host", "m"] } },
    });
    expect(ask(yaml, { target }).attempts.map(({ reason }) => reason)).toEqual([
      { code: "runtime-endpoint", params: { key: "docker.io", position: 4 } },
      { code: "runtime-default", params: { host: "index.docker.io" } },
    ]);
  });

  test("ends with the errors of all, or with the first that works", () => {
    const yaml = "mirrors: {docker.io: {endpoint: [a, b]}}";
    const answers = (...list: ("404" | "timeout" | "ok")[]) =>
      ask(yaml, { target, assume: Object.fromEntries(list.map((each, index) => [String(index + 1), each])) })
        .result;
    expect(answers("404", "timeout", "404")).toMatchObject({
      outcome: "failed",
      attempt: null,
      error: { code: "all-failed", params: { count: 3 } },
    });
    expect(answers("404", "ok")).toMatchObject({ outcome: "pulled", attempt: 2 });
  });
});
