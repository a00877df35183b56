import { describe, expect, it } from "vitest";
import { clustersWithoutServers, mixedVersions } from "@/components/groups/lonely-agents";
import { factsWarnings } from "@/components/nodes/facts-warnings";
import type { TemplateFact } from "@/lib/domain/containerd-template/facts";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import english from "@/lib/i18n/en/nodes.json";

const well: NodeFacts = {
  hostname: "edge-1",
  os: "Debian",
  arch: "x86_64",
  clock: 0,
  privilege: "root",
  distribution: "k3s",
  role: "agent",
  manager: "systemd",
  unit: "k3s-agent",
  units: [],
  serviceFault: null,
  activeState: "active",
  restarts: 0,
  serviceStartedAt: 0,
  binary: "/usr/local/bin/k3s",
  runningVersion: "v1.33.5+k3s1",
  installedVersion: "v1.33.5+k3s1",
  nodeName: "edge-1",
  dataDir: "/var/lib/rancher/k3s",
  registriesPath: "/etc/rancher/k3s/registries.yaml",
  flags: {
    disableDefaultRegistryEndpoint: false,
    embeddedRegistry: false,
    systemDefaultRegistry: null,
    foreignRuntime: false,
  },
  unreadableConfig: [],
  userTemplates: [],
  rancherManaged: false,
  registries: { exists: false, sha256: null, mode: null, owner: null, size: null, modifiedAt: null },
  lookAlikes: [],
  missingPaths: [],
  freeBytes: 10 ** 10,
  readOnly: false,
  serverCa: null,
  ready: true,
  containerd: true,
  pendingRestart: false,
};

const path = "/x/config.toml.tmpl";
const template = (part: Partial<TemplateFact>): Partial<NodeFacts> => ({
  userTemplates: [path],
  templates: [
    { path, name: "config.toml.tmpl", verdict: "keeps", reason: null, logins: null, line: null, ...part },
  ],
});

const cases: [string, Partial<NodeFacts>][] = [
  ["noService", { serviceFault: "service-not-found" }],
  ["severalServices", { serviceFault: "service-ambiguous" }],
  ["notActive", { activeState: "failed" }],
  ["notReady", { ready: false }],
  ["containerdSilent", { containerd: false }],
  ["versionDiffers", { installedVersion: "v1.34.1+k3s1" }],
  ["pendingRestart", { pendingRestart: true }],
  ["foreignRuntime", { flags: { ...well.flags, foreignRuntime: true } }],
  ["rancherManaged", { rancherManaged: true }],
  ["userTemplates", { userTemplates: ["/x/config.toml.tmpl"] }],
  ["userTemplates", template({ verdict: "unknown", reason: "unclear" })],
  ["templateHides", template({ verdict: "hides", reason: "no-path" })],
  ["templateStops", template({ verdict: "unreadable", reason: "unclosed" })],
  ["templateLogins", template({ logins: false })],
  ["lookAlikes", { lookAlikes: ["/etc/rancher/k3s/registry.yaml"] }],
  ["unreadableConfig", { unreadableConfig: ["/etc/rancher/k3s/config.yaml"] }],
  ["rootless", { serviceFault: "service-not-found", notCovered: "rootless" }],
  ["mountedFile", { mountedFile: true }],
  ["volatile", { volatile: true }],
  ["nextSnapshot", { nextSnapshot: { running: 4, next: 5 } }],
  ["readOnly", { readOnly: true }],
  ["littleSpace", { freeBytes: 1024 }],
];

describe("warnings from the facts of a node", () => {
  it("are none for a node that is well, or where nothing could be told", () => {
    expect(factsWarnings(well)).toEqual([]);
    const untold = {
      ready: null,
      containerd: null,
      pendingRestart: null,
      freeBytes: null,
      runningVersion: null,
    };
    expect(factsWarnings({ ...well, ...untold })).toEqual([]);
  });

  it.each(cases)("name %s and have words for it", (code, part) => {
    expect(factsWarnings({ ...well, ...part }).map((warning) => warning.code)).toEqual([code]);
    expect(english.warnings).toHaveProperty(code);
  });
});

describe("a group's members", () => {
  const member = (role: string | null, cluster: string | null) => ({
    cluster: cluster ? { id: cluster, name: cluster, confirmed: true } : null,
    check: role ? { facts: { role } } : null,
  });

  it("show clusters with agents and no server", () => {
    const members = [
      member("agent", "blue"),
      member("agent", "green"),
      member("server", "green"),
      member("agent", null),
      member(null, "red"),
    ];
    expect(clustersWithoutServers(members)).toEqual([{ id: "blue", name: "blue" }]);
  });

  it("show their versions when those are mixed", () => {
    const check = (runningVersion: string) => ({
      check: { checkedAt: "", seenAt: "", fault: null, facts: { ...well, runningVersion } },
    });
    expect(mixedVersions([check("v1"), check("v1")])).toEqual([]);
    expect(mixedVersions([check("v2"), check("v1"), { check: null }])).toEqual(["v1", "v2"]);
  });
});
