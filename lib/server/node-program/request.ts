import "server-only";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { VerifyDepth } from "@/lib/domain/pushes/verify-depth";

export type CertificateFile = {
  /** `/etc/rancher/pullpath/tls/<first 16 hex of sha256>.crt` or `.key`. */
  path: string;
  bytes: Uint8Array;
  sha256: string;
  mode: 0o600 | 0o644;
};

/** A containerd template that is written, or with null taken away; beside `config.toml`, by K3s's own name. */
export type TemplateChange = {
  name: TemplateName;
  /** SHA-256 of what is there, or "absent". */
  expected: string;
  bytes: Uint8Array | null;
  sha256: string | null;
};

/** A generated file K3s must write, as a path below `<data>/agent/etc/containerd`, e.g. `certs.d/docker.io/hosts.toml`. */
export type GeneratedFile = { path: string; sha256: string };

export type Timing = {
  /** How long the unit must stay up without a restart. */
  watchSeconds: number;
  /** How long the unit may take to become active. */
  activeSeconds: number;
  /** How long containerd, generated files and Ready may take after that. */
  verifySeconds: number;
};

/** RKE2 unpacks its images and starts a control plane of static pods, which takes minutes on slow disks. */
export const defaultTiming: Readonly<Record<"k3s" | "rke2", Timing>> = {
  k3s: { watchSeconds: 10, activeSeconds: 180, verifySeconds: 180 },
  rke2: { watchSeconds: 10, activeSeconds: 600, verifySeconds: 300 },
};

export type ApplyRequest = {
  /** 8 to 64 of `a-z0-9-`; the same id never runs twice on a node. */
  transactionId: string;
  facts: Pick<
    NodeFacts,
    "unit" | "manager" | "distribution" | "role" | "dataDir" | "registriesPath" | "nodeName" | "binary"
  >;
  /** SHA-256 of the file the diff was reviewed against, or "absent" when the node had none. */
  expected: string;
  file: { bytes: Uint8Array; sha256: string };
  certificates: CertificateFile[];
  /** In the order in which they take their names, all of them before the file. */
  templates: TemplateChange[];
  /** Absolute paths named by the file that Pullpath does not deliver and that must be there. */
  requiredPaths: string[];
  /** Null: only that K3s generated anew is checked. `enforce` false makes a difference evidence, not a fault. */
  generated: { files: GeneratedFile[]; enforce: boolean } | null;
  /** Leave the service alone; the outcome is then `written`. */
  writeOnly: boolean;
  /** What must be proven; `pull` needs the image. */
  verifyDepth?: VerifyDepth;
  /** By tag or digest, in its whole length. */
  testImage?: string | null;
  /** How long the node, once verified, waits to be confirmed before it goes back; without it, it decides alone. */
  confirmSeconds?: number | null;
  timing?: Partial<Timing>;
};
