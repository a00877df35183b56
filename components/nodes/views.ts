import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { Fault } from "@/lib/domain/pushes/outcomes";

export type Named = { id: string; name: string };

export type NodeFault = { code: Fault; params: Record<string, string> };

/** A node as the API tells it. */
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
  cluster: (Named & { confirmed: boolean }) | null;
  hostKey: { algorithm: string; fingerprint: string; trustedAt: string; trustedByName: string } | null;
  check: {
    checkedAt: string;
    seenAt: string | null;
    fault: NodeFault | null;
    facts: NodeFacts | null;
  } | null;
};

export type ClusterView = Named & { nodes: Named[] };

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
  algorithm: string;
  fingerprint: string;
  /** The key last trusted at this address, by this node or one before it. */
  trusted: { algorithm: string; fingerprint: string } | null;
};

export type ImportReport = {
  created: Named[];
  existing: { line: number; name: string }[];
  bad: { line: number; text: string; code: string }[];
};
