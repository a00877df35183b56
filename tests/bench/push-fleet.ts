import { join } from "node:path";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { migrate } from "@/lib/server/db/migrate";
import { createGroup } from "@/lib/server/groups/write-group";
import { openVault } from "@/lib/server/secrets/vault";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { definitionOf } from "@/tests/support/definitions";
import { registerNode } from "@/tests/support/fixtures";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, confirmClusters, mirrorTo, type Pushable } from "@/tests/support/pushes";

/** The machines take their time to start; so many at once do not starve one another. */
const bootedAtOnce = 20;

export interface Fleet extends Pushable {
  readonly machines: TestFleet["nodes"];
  /** Key that logs in as root, and the fleet it belongs to. */
  readonly fleets: readonly TestFleet[];
  stop(): Promise<void>;
}

export async function openDatabase(folder: string): Promise<void> {
  migrate(join(folder, "pullpath.db"));
  await openVault();
}

/** Real machines, each with an sshd and a played service: agents, registered and looked at. */
export async function startFleet(count: number): Promise<Fleet> {
  const fleets: TestFleet[] = [];
  for (let from = 0; from < count; from += bootedAtOnce) {
    const length = Math.min(bootedAtOnce, count - from);
    const specs = Array.from({ length }, (_, at) => ({
      name: `edge-${from + at}`,
      role: "agent" as const,
      // What a service waits for is no part of what is compared.
      startDelayMs: 100,
      passwordLogin: false,
      pam: false,
    }));
    fleets.push(await startNodes(specs));
  }
  const nodeIds: string[] = [];
  for (const fleet of fleets) {
    const { id: sshCredentialId } = await createSshCredential(
      {
        kind: "key",
        name: `bench ${fleets.indexOf(fleet)}`,
        username: "root",
        privateKey: fleet.userKey.privateKey,
        passphrase: null,
      },
      admin,
    );
    for (const machine of fleet.nodes)
      nodeIds.push((await registerNode(machine, { sshCredentialId }, admin)).id);
  }
  await confirmClusters(nodeIds);
  const { id: configurationId } = await createConfiguration(
    { name: "bench", definition: definitionOf(mirrorTo("https://mirror-1.example.com")) },
    admin,
  );
  const { id: groupId } = await createGroup({ name: "bench", note: "", configurationId, nodeIds }, admin);
  const machines = fleets.flatMap(({ nodes }) => nodes);
  const stop = async () => {
    await Promise.all(fleets.map((fleet) => fleet.stop()));
  };
  return { fleets, machines, groupId, configurationId, nodeIds, stop };
}

/** Connections that sshd logged in on the machines so far. */
export const connectionsOf = async ({ machines }: Fleet): Promise<number> => {
  const logs = await Promise.all(machines.map((machine) => machine.read("/var/log/sshd.log")));
  return logs.join("\n").split("Accepted ").length - 1;
};
