import "server-only";
import type { Prisma } from "./generated/sqlite/client";

/** Rows as the database gives them, for the subjects whose queries turn them into what leaves the server. */
export type PushNodeRow = Prisma.PushNodeGetPayload<object>;
export type AuditEventRow = Prisma.AuditEventGetPayload<object>;
/** What a push needs of a node to work on it: what it kept of it besides may be long. */
export const taskColumns = {
  id: true,
  pushId: true,
  nodeId: true,
  nodeName: true,
  role: true,
  clusterId: true,
  phase: true,
  outcome: true,
  startedAt: true,
  reviewedDigest: true,
} as const satisfies Prisma.PushNodeSelect;
export type PushTaskRow = Prisma.PushNodeGetPayload<{ select: typeof taskColumns }>;
export type PushEventRow = Prisma.PushEventGetPayload<object>;
export type EndedPushRow = Prisma.PushGetPayload<{ include: { nodes: true; secrets: true } }>;
export type PushHeaderRow = Prisma.PushGetPayload<{
  include: {
    configuration: { select: { id: true; name: true } };
    revision: { select: { id: true; number: true } };
  };
}>;
export type NodeRow = Prisma.NodeGetPayload<{
  include: {
    hostKey: { include: { authority: { select: { id: true; name: true } } } };
    facts: true;
    group: { select: { id: true; name: true } };
    jump: { select: { id: true; name: true } };
    cluster: { select: { id: true; name: true } };
    sshCredential: { select: { id: true; name: true } };
  };
}>;
export type GroupRow = Prisma.GroupGetPayload<{
  include: {
    configuration: { select: { id: true; name: true; revisions: { select: { number: true } } } };
    wantedRevision: { select: { id: true; number: true } };
    nodes: { select: { id: true; name: true; clusterId: true; facts: { select: { role: true } } } };
    pushes: { select: { id: true; number: true; status: true; finishedAt: true } };
  };
}>;
export type DriftNodeRow = Prisma.NodeGetPayload<{
  include: {
    hostKey: { select: { trustedAt: true } };
    facts: { select: { fault: true; faultParams: true } };
    group: {
      select: {
        id: true;
        name: true;
        wantedRevision: {
          select: { id: true; number: true; configuration: { select: { id: true; name: true } } };
        };
      };
    };
    driftCheck: true;
    driftSnooze: true;
    pushes: { select: { outcome: true; finishedAt: true; push: { select: { revisionId: true } } } };
  };
}>;
export type StandingRow = Prisma.NodeGetPayload<{
  select: {
    id: true;
    groupId: true;
    hostKey: { select: { trustedAt: true } };
    facts: { select: { fault: true } };
    group: { select: { wantedRevision: { select: { id: true; number: true } } } };
    driftCheck: { select: { state: true; revisionId: true; checkedAt: true; since: true } };
    pushes: { select: { outcome: true; finishedAt: true; push: { select: { revisionId: true } } } };
  };
}>;
