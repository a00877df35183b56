import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { describeHostKey } from "@/lib/server/ssh/public-key";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { definitionOf } from "@/tests/support/definitions";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { admin, mirrorTo, type Pushable } from "@/tests/support/pushes";
import { addressOf } from "./fleet";
import type { SimulatedSpec } from "./node";
import { sha256 } from "./talk";

type Where = { port: number; publicKey: string };

/** Clusters as a person confirmed them, by the name that nodes give theirs. */
async function makeClusters(names: readonly string[]): Promise<Map<string, string>> {
  const data = names.map((name) => ({ name, nameKey: name, serverCa: sha256(name) }));
  await db().cluster.createMany({ data });
  const rows = await db().cluster.findMany({ where: { name: { in: [...names] } } });
  return new Map(rows.map(({ name, id }) => [name, id]));
}

/**
 * Registers simulated nodes as trusted members of a new group. Their rows are written here, as thousands of them would
 * take minutes to be asked for their keys one by one. `first` is the place of the first of them in its fleet.
 */
export async function registerSimulated(
  name: string,
  { specs, first, where }: { specs: readonly SimulatedSpec[]; first: number; where: Where },
): Promise<Pushable> {
  const key = { kind: "key" as const, name, username: "root", passphrase: null };
  const { privateKey } = makeKeyPair("user");
  const { id: sshCredentialId } = await createSshCredential({ ...key, privateKey }, admin);
  const definition = definitionOf(mirrorTo("https://mirror-1.example.com"));
  const { id: configurationId } = await createConfiguration({ name, definition }, admin);
  const { id: groupId } = await createGroup({ name, note: "", configurationId, nodeIds: [] }, admin);
  const clusters = await makeClusters([...new Set(specs.map(({ cluster }) => cluster))]);
  await db().node.createMany({
    data: specs.map((spec, at) => ({
      name: spec.name,
      nameKey: spec.name,
      host: addressOf(first + at),
      port: where.port,
      username: "root",
      sshCredentialId,
      groupId,
      clusterId: clusters.get(spec.cluster) ?? null,
      clusterConfirmed: true,
    })),
  });
  const nodes = await db().node.findMany({ where: { groupId }, orderBy: { createdAt: "asc" } });
  const shown = describeHostKey(Buffer.from(where.publicKey.split(" ")[1] ?? "", "base64"));
  await db().hostKey.createMany({
    data: nodes.map(({ id: nodeId }) => ({ nodeId, ...shown, trustedByName: admin.name })),
  });
  return { groupId, configurationId, nodeIds: nodes.map(({ id }) => id) };
}
