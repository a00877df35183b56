import { describe, expect, test } from "vitest";
import { ask, hub, hubMirror, mirror, reasons, urls } from "./explain-question";

describe("the attempts for an image", () => {
  test.each([
    ["alpine", hub],
    [
      "alpine@sha256:82becede498899ec668628e7cb0ad87b6e1c371cb8a1e597d83a47fac21d6af3",
      "https://registry-1.docker.io/v2/library/alpine/manifests/sha256:82becede498899ec668628e7cb0ad87b6e1c371cb8a1e597d83a47fac21d6af3",
    ],
    ["quay.io/a/b:1", "https://quay.io/v2/a/b/manifests/1"],
    ["r.example.com:443/a", "https://r.example.com:443/v2/a/manifests/latest"],
    ["r.example.com:80/a", "https://r.example.com:80/v2/a/manifests/latest"],
    ["localhost/a", "https://localhost/v2/a/manifests/latest"],
    ["localhost:443/a", "https://localhost:443/v2/a/manifests/latest"],
  ])("%s go to the registry itself where the file says nothing", (image, url) => {
    const { attempts, entry } = ask("", { image });
    expect(entry).toBeNull();
    expect(attempts.map((attempt) => attempt.url)).toEqual([url]);
    expect(attempts[0]).toMatchObject({ method: "HEAD", namespace: null, rewrite: null, credential: null });
  });

  test("at a registry of this machine try https without verification, then http", () => {
    const { attempts } = ask("", { image: "localhost:5000/a" });
    expect(attempts.map(({ url, tls }) => [url, tls.mode])).toEqual([
      ["https://localhost:5000/v2/a/manifests/latest", "unverified"],
      ["http://localhost:5000/v2/a/manifests/latest", "plain"],
    ]);
    expect(urls("", { image: "localhost:80/a" })).toEqual(["http://localhost:80/v2/a/manifests/latest"]);
  });

  test("go through the endpoints in order, then to the registry itself", () => {
    const yaml = hubMirror("https://a.example.com", "b.example.com:5000", "http://c.example.com");
    expect(urls(yaml)).toEqual([
      mirror("https://a.example.com"),
      mirror("https://b.example.com:5000"),
      mirror("http://c.example.com"),
      hub,
    ]);
    expect(ask(yaml).attempts.map(({ reason }) => reason)).toEqual([
      { code: "endpoint", params: { key: "docker.io", position: 1 } },
      { code: "endpoint", params: { key: "docker.io", position: 2 } },
      { code: "endpoint", params: { key: "docker.io", position: 3 } },
      { code: "default", params: { key: "docker.io" } },
    ]);
    expect(ask(yaml).entry).toEqual({ key: "docker.io", directory: "docker.io" });
  });

  test("count endpoints as the file does, skipped and doubled ones included", () => {
    const { attempts } = ask(hubMirror("bad host", "https://a", "https://a/v2", "https://b"));
    expect(attempts.map(({ reason }) => reason.params["position"])).toEqual([2, 4, undefined]);
  });

  test.each([
    ["https://h/v2/proj", "/v2/proj"],
    ["https://h/proj/", "/proj"],
    ["https://h//a//b/", "/a/b"],
    ["https://h/a/../b", "/b"],
    ["https://h/v2/", "/v2"],
    ["https://u:p@h/v2?x=y#z", "/v2"],
  ])("clean the path of %s to %s", (endpoint, path) => {
    expect(urls(hubMirror(endpoint))[0]).toBe(mirror("https://h", path));
  });

  test("escape what a path cannot hold, and the namespace", () => {
    const yaml = `mirrors: {"r.example.com:5000": {endpoint: ["https://h/a b"], rewrite: {"^": "ü?/"}}}`;
    expect(urls(yaml, { image: "r.example.com:5000/x" })[0]).toBe(
      "https://h/a%20b/%C3%BC?ns=r.example.com%3A5000",
    );
  });

  test("name the image's registry to every other host, port 443 included", () => {
    const yaml =
      "mirrors: {r.example.com: {endpoint: ['https://r.example.com:443', 'https://r.example.com']}}";
    const { attempts } = ask(yaml, { image: "r.example.com/a" });
    expect(attempts.map(({ namespace }) => namespace)).toEqual(["r.example.com", null]);
  });

  test.each([
    [
      "htps://m.example.com",
      "https://htps:/m.example.com/v2/library/alpine/manifests/latest?ns=docker.io",
      "endpoint",
    ],
    [
      "httpx://m.example.com",
      "httpx://m.example.com/v2/library/alpine/manifests/latest?ns=docker.io",
      "unusable",
    ],
    ["", "https:///v2/library/alpine/manifests/latest?ns=docker.io", "unusable"],
  ])("keep the dead endpoint %j", (endpoint, url, reason) => {
    const yaml = hubMirror(endpoint, "https://m");
    expect([urls(yaml)[0], reasons(yaml)[0]]).toEqual([url, reason]);
    expect(urls(yaml)).toHaveLength(3);
  });

  test("take an empty endpoint at the end of all for the registry itself", () => {
    expect(urls(hubMirror("https://m", ""), { target: { disableDefaultRegistryEndpoint: true } })).toEqual([
      mirror("https://m"),
      hub,
    ]);
  });
});

describe("the entry of the file", () => {
  const both = `mirrors: {"*": {endpoint: [https://any]}, quay.io: {endpoint: [https://q]}}`;

  test("of the registry wins over the wildcard", () => {
    expect(ask(both, { image: "quay.io/a" }).entry).toEqual({ key: "quay.io", directory: "quay.io" });
    expect(ask(both, { image: "ghcr.io/a" }).entry).toEqual({ key: "*", directory: "_default" });
    expect(urls(both, { image: "ghcr.io/a" })).toEqual([
      "https://any/v2/a/manifests/latest?ns=ghcr.io",
      "https://ghcr.io/v2/a/manifests/latest",
    ]);
  });

  test("that would say nothing new leaves the wildcard in force", () => {
    const yaml = `mirrors: {"*": {endpoint: [https://any]}}\nconfigs: {docker.io: }`;
    expect(ask(yaml).entry?.key).toBe("*");
  });

  test("in the folder form of containerd wins over the plain one", () => {
    const yaml = "mirrors: {'r:5000': {endpoint: [https://a]}, r_5000_: {endpoint: [https://b]}}";
    expect(ask(yaml, { image: "r:5000/x" }).entry).toEqual({ key: "r_5000_", directory: "r_5000_" });
  });

  test("is not found under another name of the same registry", () => {
    const yaml =
      "mirrors: {index.docker.io: {endpoint: [https://a]}, registry-1.docker.io: {endpoint: [https://b]}}";
    expect(ask(yaml).entry).toBeNull();
    expect(reasons(yaml)).toEqual(["built-in"]);
  });

  test("with a path makes a folder that hides the wildcard", () => {
    const yaml = `mirrors: {"*": {endpoint: [https://any]}, "quay.io/team": {endpoint: [https://q]}}`;
    expect(ask(yaml, { image: "quay.io/team/a" })).toMatchObject({ entry: { directory: "quay.io" } });
    expect(reasons(yaml, { image: "quay.io/team/a" })).toEqual(["folder-without-file"]);
  });

  test.each(["^foo\\.bar/(.*)", 'fo"o', "a\nb"])(
    "whose rule %j breaks the file sends all to the registry",
    (pattern) => {
      const yaml = JSON.stringify({
        mirrors: { "docker.io": { endpoint: ["https://m"], rewrite: { [pattern]: "x" } } },
      });
      expect([urls(yaml), reasons(yaml)]).toEqual([[hub], ["file-rejected"]]);
      expect(ask(yaml).entry).toEqual({ key: "docker.io", directory: "docker.io" });
    },
  );
});
