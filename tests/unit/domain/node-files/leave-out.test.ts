import { describe, expect, it } from "vitest";
import { unsealedSecrets } from "@/lib/domain/configurations/unsealed";
import { leaveOutSecrets } from "@/lib/domain/node-files/leave-out";
import { cutSecretRests, plainRemarks } from "@/lib/domain/node-files/plain-remarks";
import { parse } from "@/lib/domain/registries/parse";
import { liftSecrets } from "@/lib/domain/registries/secrets";
import { definitionOf } from "@/tests/support/definitions";

const none = { notes: 0, urls: 0, entries: 0, keys: 0 };

describe("leaving out", () => {
  it("keeps a file without such things as it is", () => {
    const definition = definitionOf(`# edge
mirrors:
  "*":
    endpoint: ["https://h.corp/v2/x", "h.corp:8443"]
    override_path: true
configs:
  "h.corp:8443":
    auth: {username: u, password: p, email: e}
    tls: {ca_file: /etc/ca.pem, insecure_skip_verify: true}
`);
    expect(leaveOutSecrets(definition)).toEqual({ definition, leftOut: none });
  });

  it.each([
    ["a comment that speaks of a password", "# password: s3cret\nmirrors: {}\n", { notes: 1 }],
    ["a login in a URL", 'mirrors: {m: {endpoint: ["https://u:s3cret@h.corp"]}}', { urls: 1 }],
    ["a query in a URL", 'mirrors: {m: {endpoint: ["https://h.corp?key=s3cret"]}}', { urls: 1 }],
    ["an entry with a login in its name", 'configs: {"u:s3cret@h.corp": {}}', { entries: 1 }],
    ["a login at a wrong place", "configs: {h.corp: {password: s3cret}}", { keys: 1 }],
    ["a misspelt one there", "configs: {h.corp: {my_pwd: s3cret}}", { keys: 1 }],
    ["a login under mirrors", "mirrors: {h.corp: {auth: {password: s3cret}}}", { keys: 1 }],
    ["one under tls", "configs: {h.corp: {tls: {token: s3cret}}}", { keys: 1 }],
    [
      "a key in the place of its path",
      'configs: {h.corp: {tls: {key_file: "-----BEGIN PRIVATE KEY----- s3cret"}}}',
      { keys: 1 },
    ],
    ["one at the top", "credentials: {h.corp: {x: s3cret}}", { keys: 1 }],
    ["a list in an auth block", "configs: {h.corp: {auth: {tokens: [s3cret]}}}", { keys: 1 }],
    ["a key that is a login", "configs: {h.corp: {auth: {password:s3cret}}}", { keys: 1 }],
  ])("takes %s", (_what, text, counted) => {
    const { definition, leftOut } = leaveOutSecrets(definitionOf(text));
    expect(JSON.stringify(definition)).not.toContain("s3cret");
    expect(leftOut).toEqual({ ...none, ...counted });
    const lifted = liftSecrets(definition, (_host, slug) => slug);
    expect(unsealedSecrets(lifted.definition)).toEqual([]);
  });

  it("keeps a single value of an auth block, which becomes part of the credential", () => {
    const { definition, leftOut } = leaveOutSecrets(definitionOf("configs: {h: {auth: {pasword: x}}}"));
    expect(leftOut).toEqual(none);
    expect(definition.registryHosts?.[0]?.auth?.extras).toHaveLength(1);
  });
});

describe("remarks", () => {
  const text = `configs:
  h.corp:
    auth:
      password: first #the rest
  q.corp: {s3cret-of-more-than-forty-characters-in-a-row: x}
  h.corp: {}
  "u:s3cret@h.corp": {}
  "u:s3cret@h.corp": {}
`;
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.error);

  it("name only what is shown anyway", () => {
    const { definition } = leaveOutSecrets(parsed.definition);
    const remarks = plainRemarks(parsed.remarks, definition);
    expect(JSON.stringify(remarks)).not.toContain("s3cret");
    const keys = remarks.filter(({ code }) => code === "duplicate-key").map(({ params }) => params["key"]);
    expect(keys.sort()).toEqual(["h.corp", "…"]);
    expect(remarks.find(({ code }) => code === "unknown-key")?.params["key"]).toBe("…");
  });

  it("tell which comments are the rest of a secret", () => {
    const rests = cutSecretRests(parsed.remarks, text);
    expect(rests).toEqual(new Set(["the rest"]));
    const { definition, leftOut } = leaveOutSecrets(parsed.definition, rests);
    expect(JSON.stringify(definition)).not.toContain("the rest");
    expect(leftOut.notes).toBe(1);
  });
});
