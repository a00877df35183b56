import type { NodeTemplate } from "@/lib/domain/containerd-template/facts";
import type { Named } from "@/lib/domain/named";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import type { CertificateRefusal, CertificateView } from "./certificate";
import type { NodeFacts } from "./facts";
import type { LoginTrial } from "./login-trial";

export type NodeFault = { code: Fault; params: Record<string, string> };

export type TrustedKeyView = {
  algorithm: string;
  fingerprint: string;
  trustedAt: string;
  /** The person, or the authority. */
  trustedByName: string;
  /** Where an authority vouched for it, and nobody compared it. */
  certificate: CertificateView | null;
};

/** A node as pages and the API show it: no secret, only whether one is stored. */
export type NodeView = {
  id: string;
  name: string;
  host: string;
  port: number;
  username: string;
  note: string;
  hasSudoPassword: boolean;
  sshCredential: Named | null;
  group: Named | null;
  /** The node that connections go through. */
  jump: Named | null;
  cluster: (Named & { confirmed: boolean }) | null;
  hostKey: TrustedKeyView | null;
  /** The last look at the node. `seenAt` is the last time it answered; `facts` stem from then. */
  check: {
    checkedAt: string;
    seenAt: string | null;
    fault: NodeFault | null;
    facts: NodeFacts | null;
  } | null;
};

export type ClusterView = Named & { serverCa: string; nodes: Named[] };

/** What may be known of an SSH credential without its secret. */
export type SshCredentialView = Named & {
  kind: "key" | "password";
  username: string;
  publicKey: string | null;
  fingerprint: string | null;
  createdAt: string;
  createdByName: string;
  updatedAt: string;
  nodes: Named[];
  /** What waits to become the login. */
  replacement: SshReplacementView | null;
};

/** What may be known of a login that waits to replace another one. */
export type SshReplacementView = Pick<
  SshCredentialView,
  "id" | "kind" | "username" | "publicKey" | "fingerprint" | "createdAt" | "createdByName"
> & { trial: LoginTrial | null };

/** What a form needs to know of a stored login. */
export type Login = Named & { username: string };

export type HostKeyOffer = {
  host: string;
  port: number;
  algorithm: string;
  fingerprint: string;
  /** The key last trusted at this address, by this node or one before it. */
  trusted: { algorithm: string; fingerprint: string } | null;
  /** What its certificate is worth; null where none was asked for. */
  certificate: { ok: true; value: CertificateView } | { ok: false; error: CertificateRefusal } | null;
};

/** An authority whose host certificates are believed. */
export type HostAuthorityView = Named & {
  algorithm: string;
  publicKey: string;
  fingerprint: string;
  patterns: string;
  createdAt: string;
  createdByName: string;
  /** Nodes whose host key is trusted by its word. */
  nodes: Named[];
};

export type ImportReport = {
  created: Named[];
  /** Names whose address or name is registered already; nothing was changed for them. */
  existing: string[];
  /** Groups that were made, because no group had that name. */
  groups: Named[];
};

/** What a reading of a node's templates told: the files with secrets masked, or why there are none. */
export type TemplatesView = { ok: true; templates: NodeTemplate[] } | { ok: false; fault: NodeFault };
