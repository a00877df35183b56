import type { CertificateOptions, KeyPair } from "./host-key";

/** The certificate of a host key; for the address of the node where no names are given. */
export type HostCertificate = CertificateOptions & { authority: KeyPair };

/** What a test node is like. Everything has a default; a bare `{}` is a K3s server of a cluster of its own. */
export interface NodeSpec {
  /** Host name and Kubernetes node name; "node-1" and so on when not given. */
  name?: string;
  /** "none" is a machine without K3s or RKE2. */
  distribution?: "k3s" | "rke2" | "none";
  role?: "server" | "agent";
  /** Nodes that name the same cluster have the same server CA and see each other as Kubernetes nodes. */
  cluster?: string;
  version?: string;
  init?: "systemd" | "openrc";
  /** Another unit name, as INSTALL_K3S_NAME gives. */
  unit?: string;
  unitType?: "notify" | "exec";
  enabled?: boolean;
  /** Flags after `server` or `agent` on the unit's command line. */
  serviceFlags?: string;
  dataDir?: string;
  /** From start to readiness. */
  startDelayMs?: number;
  /** Pause of the service manager before it starts a failed unit again. */
  restartDelayMs?: number;
  /** Interval of the "Waiting to retrieve agent configuration" line. */
  waitLogMs?: number;
  /** After this silence of a kubelet its node counts as Unknown, and an API server as gone. */
  nodeGraceMs?: number;
  /** What the service does with a file it cannot read: since 2024 it waits, before it ended with status 1. */
  badFile?: "waits" | "exits";
  /** First contents of registries.yaml and config.yaml. */
  registries?: string;
  config?: string;
  requireTty?: boolean;
  /** A line every shell prints on standard output before anything else. */
  shellBanner?: string;
  sftp?: boolean;
  maxStartups?: string;
  pam?: boolean;
  passwordLogin?: boolean;
  systemdRun?: boolean;
  /** `sh` and the programs for files and texts are BusyBox's, as on Alpine. */
  busybox?: boolean;
  hostCertificate?: HostCertificate;
}

type Unset = "registries" | "config" | "hostCertificate";
export type ResolvedSpec = Required<Omit<NodeSpec, Unset>> & Pick<NodeSpec, Unset>;

function unitOf(spec: NodeSpec): string {
  const role = spec.role ?? "server";
  if (spec.distribution === "rke2") return `rke2-${role}`;
  return role === "server" ? "k3s" : "k3s-agent";
}

export function resolveSpec(spec: NodeSpec, name: string): ResolvedSpec {
  const distribution = spec.distribution ?? "k3s";
  return {
    name,
    distribution,
    role: "server",
    cluster: name,
    version: distribution === "rke2" ? "v1.33.5+rke2r1" : "v1.33.5+k3s1",
    init: "systemd",
    unit: unitOf(spec),
    unitType: "notify",
    enabled: true,
    serviceFlags: "",
    dataDir: `/var/lib/rancher/${distribution}`,
    startDelayMs: 200,
    restartDelayMs: 300,
    waitLogMs: 300,
    nodeGraceMs: 3000,
    badFile: "waits",
    requireTty: false,
    shellBanner: "",
    sftp: true,
    maxStartups: "100:30:200",
    pam: true,
    passwordLogin: true,
    systemdRun: false,
    busybox: false,
    ...spec,
  };
}

/** The specification as assignments that the programs of the node read. */
export function toAssignments(spec: ResolvedSpec, address: string, port: number): string {
  const yes = (value: boolean) => (value ? "yes" : "no");
  const values: Record<string, string | number> = {
    NODE_NAME: spec.name,
    ADDRESS: address,
    PORT: port,
    DISTRIBUTION: spec.distribution,
    ROLE: spec.role,
    VERSION: spec.version,
    INIT: spec.init,
    UNIT: spec.unit,
    UNIT_TYPE: spec.unitType,
    ENABLED: yes(spec.enabled),
    SERVICE_FLAGS: spec.serviceFlags,
    DATA_DIR: spec.dataDir,
    START_DELAY_MS: spec.startDelayMs,
    RESTART_DELAY_MS: spec.restartDelayMs,
    WAIT_LOG_MS: spec.waitLogMs,
    NODE_GRACE_MS: spec.nodeGraceMs,
    BAD_FILE: spec.badFile,
    REQUIRE_TTY: yes(spec.requireTty),
    SHELL_BANNER: spec.shellBanner,
    SFTP: yes(spec.sftp),
    MAX_STARTUPS: spec.maxStartups,
    PAM: yes(spec.pam),
    PASSWORD_LOGIN: yes(spec.passwordLogin),
    SYSTEMD_RUN: yes(spec.systemdRun),
    BUSYBOX: yes(spec.busybox),
  };
  return Object.entries(values)
    .map(([key, value]) => `${key}='${String(value).replaceAll("'", "'\\''")}'\n`)
    .join("");
}
