import { describe, expect, it } from "vitest";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { findFindings } from "@/lib/server/pushes/findings";
import { secretHider } from "@/lib/server/pushes/hide-secrets";

const secret = "canary-s3cret";

const fileOf = (text: string) => ({ text, hide: secretHider(text) });

const factsOf = (version: string | null, change: Partial<NodeFacts> = {}) =>
  ({
    distribution: "k3s",
    role: "server",
    runningVersion: version,
    installedVersion: null,
    dataDir: null,
    userTemplates: [],
    ...change,
    flags: {
      disableDefaultRegistryEndpoint: false,
      embeddedRegistry: false,
      systemDefaultRegistry: null,
      foreignRuntime: false,
    },
  }) as Partial<NodeFacts> as NodeFacts;

async function judge(text: string, ...facts: (NodeFacts | null)[]) {
  return findFindings(
    fileOf(text),
    facts.map((each) => ({ facts: each, clusterId: null })),
  );
}

const codes = ([found]: Awaited<ReturnType<typeof judge>>) => found?.list.map(({ code }) => code);

describe("what is found in a file with its secrets", () => {
  it.each([
    ["a password that ends containerd", `password: "${secret}\\u0001"`, "control-char"],
    ["a login that is no base64", `auth: "${secret}"`, "auth-base64"],
    ["a key that K3s does not read", `pasword: "${secret}"`, "unknown-key"],
    ["a token under a key nobody reads", `token: "${secret}"`, "auth-token"],
  ])("tells of %s and not what it is", async (_name, line, code) => {
    const found = await judge(
      `configs:\n  harbor.example.com:\n    auth:\n      username: u\n      ${line}\n`,
      null,
    );
    expect(codes(found)).toContain(code);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it.each([
    `mirrors:\n  "https://u:${secret}@h/x":\n    endpoint: [https://m.example.com]\n`,
    `mirrors:\n  h.example.com:\n    endpoint: [" https://u:${secret}@m.example.com", "https://u:${secret}@m.example.com"]\n`,
    `mirrors:\n  h.example.com:\n    endpoint: ["https:/u:${secret}@m.example.com?${secret}"]\n`,
    `configs:\n  h:\n    tls: ${secret}\n`,
  ])("keeps what stands in a URL, and what K3s cannot read: %#", async (text) => {
    const found = await judge(text, null);
    expect(found[0]?.list).not.toEqual([]);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it("does not say that secrets are in clear text, since on a node they have to be", async () => {
    const found = await judge(
      `configs:\n  registry.example.com:\n    auth:\n      username: u\n      password: ${secret}\n`,
      null,
    );
    expect(codes(found)).not.toContain("plaintext-secret");
  });
});

describe("nodes of several kinds", () => {
  const twice = "mirrors:\n  h.example.com:\n    endpoint: [https://m.example.com, https://m.example.com/]\n";
  const rewritten =
    'mirrors:\n  h.example.com:\n    endpoint: [https://m.example.com]\n    rewrite:\n      "^a": b\n';

  it("have errors only where their release has them; nothing known is the newest release", async () => {
    const found = await judge(twice, factsOf("v1.28.6+k3s1"), factsOf("v1.33.5+k3s1"), factsOf(null), null);
    expect(found.map(({ counts }) => counts.error)).toEqual([1, 0, 0, 0]);
  });

  it("go by the release that waits for the restart", async () => {
    const found = await judge(twice, factsOf("v1.28.6+k3s1", { installedVersion: "v1.33.5+k3s1" }));
    expect(found[0]?.counts.error).toBe(0);
  });

  it("read of their own release, also where another one of the same kind was asked first", async () => {
    const found = await judge(
      rewritten,
      factsOf("v1.28.11+k3s1"),
      factsOf("v1.28.10+k3s1"),
      factsOf("v1.28.11+k3s1"),
    );
    const told = found.map(
      ({ list }) => list.find(({ code }) => code === "rewrite-scope")?.params["version"],
    );
    expect(told).toEqual(["v1.28.11+k3s1", "v1.28.10+k3s1", "v1.28.11+k3s1"]);
    expect(found[2]).toBe(found[0]);
  });
});

it("lists the gravest first and counts the rest", async () => {
  const warnings = Array.from(
    { length: 250 },
    (_, at) => `  m${at}.example.com:\n    endpoint: [n${at}.example.com]\n`,
  );
  const [found] = await judge(
    `mirrors:\n${warnings.join("")}  "a b":\n    endpoint: [https://x.example.com]\n`,
    null,
  );
  expect(found?.list[0]?.severity).toBe("error");
  expect(found?.list).toHaveLength(200);
  expect(found?.counts.warning).toBeGreaterThanOrEqual(250);
});
