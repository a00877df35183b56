import { expect, it } from "vitest";
import { stateOfLook } from "@/lib/domain/drift/states";
import type { NodeFacts } from "@/lib/domain/nodes/facts";

const path = "/d/agent/etc/containerd/config-v3.toml.tmpl";
const name = "config-v3.toml.tmpl" as const;
const wanted = { file: { sha256: "file" }, templates: [{ name, sha256: "template" }] };
const fact = (sha256: string) => ({
  path,
  name,
  verdict: "extends" as const,
  reason: null,
  logins: true,
  line: null,
  sha256,
});
const facts = (change: Partial<NodeFacts>) =>
  ({
    registries: { exists: true, sha256: "file" },
    missingPaths: [],
    pendingRestart: false,
    templates: [fact("template")],
    ...change,
  }) as NodeFacts;

it.each<[string, Partial<NodeFacts>]>([
  ["in-sync", {}],
  ["in-sync", { pendingRestart: null, newerTemplates: ["/d/agent/etc/containerd/config.toml.tmpl"] }],
  ["pending-restart", { pendingRestart: true }],
  ["pending-restart", { newerTemplates: [path] }],
  ["drifted", { templates: [fact("other")] }],
  ["drifted", { templates: [] }],
  ["drifted", { templates: [{ ...fact("template"), name: "config.toml.tmpl" }] }],
  ["drifted", { missingPaths: ["/ca.pem"] }],
])("is %s for %j", (state, change) => {
  expect(stateOfLook(facts(change), wanted)).toBe(state);
});

it("does not look at templates that nobody wants", () => {
  expect(stateOfLook(facts({ templates: [fact("other")] }), { ...wanted, templates: [] })).toBe("in-sync");
});
