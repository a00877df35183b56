import { describe, expect, test } from "vitest";
import { ask, hub, mirror, urls } from "./explain-question";

const withRules = (rewrite: Record<string, string>, endpoint = ["https://m"], key = "docker.io") =>
  JSON.stringify({ mirrors: { [key]: { endpoint, rewrite } } });

describe("rewrites", () => {
  test("apply to every endpoint and never to the registry itself at the end", () => {
    const yaml = withRules({ "^library/(.*)": "proxy/$1" }, ["https://a", "https://b"]);
    expect(urls(yaml)).toEqual([
      "https://a/v2/proxy/alpine/manifests/latest?ns=docker.io",
      "https://b/v2/proxy/alpine/manifests/latest?ns=docker.io",
      hub,
    ]);
    expect(ask(yaml).attempts.map(({ rewrite }) => rewrite)).toEqual([
      { pattern: "^library/(.*)", before: "library/alpine", after: "proxy/alpine" },
      { pattern: "^library/(.*)", before: "library/alpine", after: "proxy/alpine" },
      null,
    ]);
    expect(ask(yaml).alternatives).toEqual([]);
  });

  test("apply to the registry itself where it is listed before the end", () => {
    const yaml = withRules({ "^library/": "x/" }, ["https://registry-1.docker.io", "https://m"]);
    expect(urls(yaml)).toEqual([
      "https://registry-1.docker.io/v2/x/alpine/manifests/latest",
      "https://m/v2/x/alpine/manifests/latest?ns=docker.io",
      hub,
    ]);
    expect(urls(withRules({ "^library/": "x/" }, ["docker.io"]))).toEqual([hub]);
  });

  test("show the raw result, and the cleaned path in the URL", () => {
    const { attempts } = ask(withRules({ "^library": "/team//" }));
    expect(attempts[0]).toMatchObject({
      rewrite: { before: "library/alpine", after: "/team///alpine" },
      url: "https://m/v2/team/alpine/manifests/latest?ns=docker.io",
    });
  });

  test("never see tag, digest or host", () => {
    expect(urls(withRules({ ":.*": "", "@": "", docker: "x", latest: "y" }))).toEqual([
      mirror("https://m"),
      hub,
    ]);
  });

  test("read a doubled backslash as one, and name the rule as the file has it", () => {
    const { attempts } = ask(withRules({ "^foo\\\\.bar/": "x/" }), { image: "foo.bar.io/foo.bar/a" });
    expect(attempts).toHaveLength(1);
    const own = withRules({ "^foo\\\\.bar/": "x/" }, ["https://m"], "r.io");
    expect(ask(own, { image: "r.io/foo.bar/a" }).attempts[0]?.rewrite).toEqual({
      pattern: "^foo\\\\.bar/",
      before: "foo.bar/a",
      after: "x/a",
    });
    expect(ask(own, { image: "r.io/fooxbar/a" }).attempts[0]?.rewrite).toBeNull();
  });

  test("that Go cannot compile are passed over", () => {
    expect(ask(withRules({ "(": "x", "^library": "y" })).attempts[0]?.rewrite?.after).toBe("y/alpine");
  });

  test("do not change what the embedded registry is asked", () => {
    const { attempts } = ask(withRules({ "^library/": "x/" }), { target: { embeddedRegistry: true } });
    expect(attempts.map(({ url, reason }) => [url, reason.code])).toEqual([
      [mirror("https://127.0.0.1:6443"), "embedded"],
      ["https://m/v2/x/alpine/manifests/latest?ns=docker.io", "endpoint"],
      [hub, "default"],
    ]);
    expect(attempts[0]?.tls).toEqual({
      mode: "verify",
      ca: "/var/lib/rancher/k3s/agent/server-ca.crt",
      client: {
        cert: "/var/lib/rancher/k3s/agent/client-k3s-controller.crt",
        key: "/var/lib/rancher/k3s/agent/client-k3s-controller.key",
      },
    });
    expect(attempts[1]?.reason.params).toEqual({ key: "docker.io", position: 1 });
  });
});

describe("rules that can both match", () => {
  const resultsOf = (yaml: string) => {
    const { attempts, alternatives } = ask(yaml);
    return [attempts, ...alternatives].map((list) => list.map(({ rewrite }) => rewrite?.after ?? null));
  };

  test("give a list for each, in whatever order the file has them", () => {
    const lists = [
      ["a/alpine", null],
      ["library/b", null],
    ];
    expect(resultsOf(withRules({ "^library": "a", alpine: "b" }))).toEqual(lists);
    expect(resultsOf(withRules({ alpine: "b", "^library": "a" }))).toEqual(lists);
  });

  test("are drawn anew for each host", () => {
    const yaml = withRules({ "^library": "a", alpine: "b" }, ["https://m", "https://n"]);
    expect(resultsOf(yaml)).toHaveLength(4);
    expect(new Set(resultsOf(yaml).map((list) => list.join(" "))).size).toBe(4);
  });

  test("count once when they come to the same", () => {
    expect(resultsOf(withRules({ "^library": "a", "^lib.*?/": "a/" }))).toEqual([["a/alpine", null]]);
  });

  test("move both requests to an http host with TLS settings together", () => {
    const yaml = JSON.stringify({
      mirrors: { "docker.io": { endpoint: ["http://m"], rewrite: { "^library": "a", alpine: "b" } } },
      configs: { m: { tls: { insecure_skip_verify: true } } },
    });
    expect(resultsOf(yaml)).toEqual([
      ["a/alpine", "a/alpine", null],
      ["library/b", "library/b", null],
    ]);
  });

  test("are shown up to a limit", () => {
    const endpoint = Array.from({ length: 12 }, (_, index) => `https://m${index}`);
    expect(resultsOf(withRules({ "^library": "a", alpine: "b" }, endpoint))).toHaveLength(64);
  });
});
