import { randomUUID } from "node:crypto";
import { db } from "@/lib/server/db/client";
import { quick } from "@/tests/support/pushes";
import { pathOnly, type Row } from "./row";
import type { World } from "./world";

const ended = ({ endedPush }: World) => ({ id: endedPush });
const waiting = ({ waitingPush }: World) => ({ id: waitingPush });
const once = () => ({ "idempotency-key": randomUUID() });
const digest = "0".repeat(64);

export const pushRows: Record<string, Row> = {
  "GET /api/v1/pushes": { valid: [{ status: 200, query: { running: "true" } }], kept: null },
  "POST /api/v1/pushes": {
    headers: once,
    valid: [
      {
        status: 409,
        body: ({ group, revisionId, node, endedPush }) => ({
          ...{ groupId: group, revisionId, wantedDigest: digest, rollbackOf: endedPush },
          ...{ keepWanted: true, typedName: "group" },
          nodes: [{ nodeId: node, reviewed: `absent config.toml.tmpl=${digest}`, overwrite: true }],
          options: {
            ...quick,
            ramp: ["1"],
            testImage: "busybox",
            confirmSeconds: 60,
            upgradesAccepted: ["a"],
          },
        }),
      },
    ],
    kept: () => db().push.findMany(),
    share: 3,
  },
  "GET /api/v1/pushes/[id]": pathOnly,
  "POST /api/v1/pushes/[id]/continue": {
    params: waiting,
    valid: [{ status: 409, body: () => ({ approval: 7 }) }],
    kept: null,
  },
  "GET /api/v1/pushes/[id]/events": {
    params: ended,
    valid: [{ status: 200, query: { after: "1" } }],
    kept: null,
  },
  "POST /api/v1/pushes/[id]/handled": {
    params: ended,
    valid: [{ status: 204, body: ({ endedNode }) => ({ node: endedNode, reason: "mended by hand" }) }],
    kept: () => db().pushNode.findMany({ select: { handledReason: true } }),
    before: ({ endedNode }) =>
      db().pushNode.update({ where: { id: endedNode }, data: { handledAt: null, handledReason: null } }),
  },
  "POST /api/v1/pushes/[id]/pause": pathOnly,
  "POST /api/v1/pushes/[id]/retry": {
    params: ended,
    headers: once,
    valid: [{ status: 409, query: { node: "nothing", only: "untouched" } }],
    kept: null,
  },
  "POST /api/v1/pushes/[id]/stop": pathOnly,
  "POST /api/v1/pushes/reach": {
    valid: [{ status: 200, body: ({ group, node }) => ({ groupId: group, revision: 1, nodes: [node] }) }],
    kept: null,
  },
  "POST /api/v1/pushes/review": {
    valid: [{ status: 200, body: ({ group }) => ({ groupId: group, revision: 1 }) }],
    kept: null,
  },
};
