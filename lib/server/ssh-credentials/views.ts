import "server-only";
import type { LoginTrial } from "@/lib/domain/nodes/login-trial";
import type { SshCredentialView, SshReplacementView } from "@/lib/domain/nodes/views";

type Known = {
  id: string;
  kind: string;
  username: string;
  publicKey: string | null;
  fingerprint: string | null;
  createdAt: Date;
  createdByName: string;
};

/** What may be known of a login without its secret. */
const toKnown = (row: Known) => ({
  id: row.id,
  kind: row.kind === "password" ? ("password" as const) : ("key" as const),
  username: row.username,
  publicKey: row.publicKey,
  fingerprint: row.fingerprint,
  createdAt: row.createdAt.toISOString(),
  createdByName: row.createdByName,
});

type Waiting = Known & { trial: string | null };

export const toReplacementView = (row: Waiting): SshReplacementView => ({
  ...toKnown(row),
  trial: row.trial === null ? null : (JSON.parse(row.trial) as LoginTrial),
});

type Row = Known & {
  name: string;
  updatedAt: Date;
  nodes: { id: string; name: string }[];
  replacement: Waiting | null;
};

export const toSshCredentialView = (row: Row): SshCredentialView => ({
  ...toKnown(row),
  name: row.name,
  updatedAt: row.updatedAt.toISOString(),
  nodes: row.nodes,
  replacement: row.replacement && toReplacementView(row.replacement),
});
