import { expect, it } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { lint } from "@/lib/domain/registries/lint/lint";
import { toTarget } from "@/lib/domain/registries/target";

const rewriting = (pattern: string, replacement: string) =>
  JSON.stringify({
    mirrors: { "quay.io": { endpoint: ["https://h.corp"], rewrite: { [pattern]: replacement } } },
  });

/** What hunts found once, each smallest of its kind. */
it.each<[string, string, string]>([
  ["a backslash before a character of two units", rewriting("^a", "\\😀"), "rewrite-toml"],
  ["a long escape of TOML with too few digits", rewriting("^\\U0061", "b"), "rewrite-toml"],
  [
    "a control character that TOML takes",
    rewriting("^\u0085", "b").replace("\u0085", "\\u0085"),
    "control-char",
  ],
  ["one name for two groups", rewriting("(?P<n>a)|(?P<n>b)", "$n-$m"), "rewrite-group"],
])("%s is no trap", (_name, yaml, code) => {
  const decoded = decode(yaml);
  expect(decoded.ok && Object.keys(containerdFiles(decoded.result, toTarget()).files)).toHaveLength(2);
  expect(lint(yaml).map((finding) => finding.code)).toContain(code);
});

it.each([
  ["https://[fe80::%1%25eth0]:5000", "endpoint-host"],
  ["[fd00::1%:5000", "endpoint-host"],
  ["\\x@m", "endpoint-userinfo"],
  ["m#%zz", "endpoint-query"],
  ["[fe80::1]/v2https://", "path-without-v2"],
])("%s, which K3s leaves out, is an error", (endpoint, code) => {
  const yaml = JSON.stringify({ mirrors: { "quay.io": { endpoint: [endpoint, "https://h.corp"] } } });
  const errors = lint(yaml).filter(({ severity }) => severity === "error");
  expect(errors.map((finding) => [finding.code, finding.path.at(-1)])).toEqual([[code, 0]]);
});

it("names the same unreadable login whatever the order of the file", () => {
  const keys = ["''", "'"];
  const results = [keys, keys.toReversed()].map((order) => {
    const decoded = decode(
      JSON.stringify({ configs: Object.fromEntries(order.map((key) => [key, { auth: {} }])) }),
    );
    if (!decoded.ok) throw new Error(decoded.error);
    return explain({ decoded: decoded.result, image: "busybox", target: toTarget(), assume: {} });
  });
  expect(results[1]).toEqual(results[0]);
});
