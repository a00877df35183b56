import { listClusters } from "@/lib/server/clusters/queries";
import { db } from "@/lib/server/db/client";
import { getGroup, listGroups } from "@/lib/server/groups/queries";
import { listHostAuthorities } from "@/lib/server/host-authorities/queries";
import { listNodes } from "@/lib/server/nodes/queries";
import { openText } from "@/lib/server/secrets/vault";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { admin } from "@/tests/support/pushes";
import { pathOnly, type Row } from "./row";
import { fresh, type World } from "./world";

const note = "a note";
const spare = (world: World) => ({ id: world.spare });

/** All nodes with their sudo passwords, opened. */
async function nodes() {
  const rows = await db().node.findMany({ where: { sudoSealed: { not: null } } });
  const opened = rows.map(({ id, sudoSealed }) => sudoSealed && openText(sudoSealed, `node-sudo:${id}`));
  return [await listNodes(admin), await listGroups(admin), opened];
}

const nodeBody = ({ sshCredential, emptyGroup, node }: World) => ({
  ...{ name: fresh("n"), host: `${fresh("n")}.example`, port: 22, username: "root", note },
  ...{ sshCredentialId: sshCredential, groupId: emptyGroup, jumpId: node, sudoPassword: "p" },
});

const usual = {
  ...{ canary: true, ramp: ["1", "50%"], approval: "none", watchSeconds: 1, startSeconds: 60 },
  ...{ verifyDepth: "pull", testImage: "busybox", confirmSeconds: 60 },
};

const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
const authorityKey = makeKeyPair("authority").publicKey;

export const nodeRows: Record<string, Row> = {
  "POST /api/v1/nodes": { valid: [{ status: 201, body: nodeBody }], kept: nodes },
  "POST /api/v1/nodes/import": {
    valid: [
      {
        status: 200,
        body: ({ sshCredential, emptyGroup, node }) => ({
          nodes: [
            { name: fresh("n"), host: `${fresh("n")}.example`, port: 22, username: "me", group: "imported" },
          ],
          ...{ sshCredentialId: sshCredential, username: "ops", groupId: emptyGroup, jumpId: node },
          from: "csv",
        }),
      },
    ],
    kept: nodes,
  },
  "GET /api/v1/nodes/[id]": pathOnly,
  "PATCH /api/v1/nodes/[id]": {
    params: spare,
    valid: [{ status: 204, body: nodeBody }],
    kept: nodes,
  },
  "DELETE /api/v1/nodes/[id]": pathOnly,
  "POST /api/v1/nodes/[id]/cluster": {
    params: spare,
    valid: [{ status: 204, body: ({ cluster }) => ({ clusterId: cluster }) }],
    kept: null,
  },
  "GET /api/v1/nodes/[id]/host-key": pathOnly,
  "POST /api/v1/nodes/[id]/host-key": {
    params: ({ node }) => ({ id: node }),
    valid: [
      {
        status: 503,
        body: () => ({ fingerprint: `SHA256:${"A".repeat(43)}`, replace: false, by: "person" }),
      },
    ],
    kept: null,
    isRemote: true,
  },
  "POST /api/v1/nodes/[id]/registries-file": pathOnly,
  "POST /api/v1/nodes/[id]/templates": pathOnly,
  "POST /api/v1/nodes/[id]/test": pathOnly,
  "PATCH /api/v1/clusters/[id]": {
    params: ({ cluster }) => ({ id: cluster }),
    valid: [{ status: 204, body: () => ({ name: fresh("u") }) }],
    kept: () => listClusters(admin),
  },
  "POST /api/v1/groups": {
    valid: [
      {
        status: 201,
        body: ({ configuration, spare }) => ({
          ...{ name: fresh("g"), note, configurationId: configuration, nodeIds: [spare] },
        }),
      },
    ],
    kept: () => listGroups(admin),
  },
  "GET /api/v1/groups/[id]": pathOnly,
  "PATCH /api/v1/groups/[id]": {
    params: ({ emptyGroup }) => ({ id: emptyGroup }),
    valid: [
      {
        status: 204,
        body: ({ configuration, spare }) => ({
          ...{ name: fresh("g"), note, configurationId: configuration, nodeIds: [spare] },
          ...{ addNodeIds: [spare], width: 3, stopAfter: 2, usual },
        }),
      },
    ],
    kept: async (_, { emptyGroup: id }) => {
      const { usual } = await db().group.findUniqueOrThrow({ where: { id } });
      return [await getGroup(admin, id), usual && JSON.parse(usual)];
    },
  },
  "DELETE /api/v1/groups/[id]": pathOnly,
  "PUT /api/v1/groups/[id]/lock": {
    params: ({ emptyGroup }) => ({ id: emptyGroup }),
    valid: [{ status: 204, body: () => ({ until: tomorrow(), reason: note }) }],
    kept: (_, { emptyGroup }) => getGroup(admin, emptyGroup),
  },
  "DELETE /api/v1/groups/[id]/lock": pathOnly,
  "POST /api/v1/host-authorities": {
    valid: [{ status: 201, body: () => ({ name: fresh("a"), key: authorityKey, patterns: "*.example" }) }],
    kept: () => listHostAuthorities(admin),
    before: ({ authority }) => db().hostAuthority.deleteMany({ where: { id: { not: authority } } }),
  },
  "DELETE /api/v1/host-authorities/[id]": {
    params: () => ({ id: "nothing" }),
    valid: [{ status: 404, query: { keys: "keep" } }],
    kept: null,
  },
};
