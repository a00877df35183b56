import type { NodeTemplate } from "@/lib/domain/containerd-template/facts";
import type { Named } from "@/lib/domain/named";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import type { NodeFacts } from "./facts";

export type NodeFault = { code: Fault; params: Record<string, string> };

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
  hostKey: { algorithm: string; fingerprint: string; trustedAt: string; trustedByName: string } | null;
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
  nodes: Named[];
};

/** What a form needs to know of a stored login. */
export type Login = Named & { username: string };

export type HostKeyOffer = {
  host: string;
  port: number;
  algorithm: string;
  fingerprint: string;
  /** The key last trusted at this address, by this node or one before it. */
  trusted: { algorithm: string; fingerprint: string } | null;
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
