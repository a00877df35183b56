import { beforeAll, describe, expect, it } from "vitest";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { createNode } from "@/lib/server/nodes/create-node";
import { getSimulatorData } from "@/lib/server/simulator/queries";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, text } from "@/tests/support/definitions";
import { passwordLogin } from "@/tests/support/fixtures";

temporaryDatabase();
const admin = actorWith("admin");
const viewer = actorWith("viewer");

type Seen = { role: "server" | "agent"; embedded?: boolean; version?: string };

const factsOf = ({ role, embedded = false, version = "v1.33.4+k3s1" }: Seen) =>
  ({
    distribution: "k3s" as const,
    role,
    runningVersion: "v1.30.1+k3s1",
    installedVersion: version,
    dataDir: "/data/k3s",
    flags: {
      disableDefaultRegistryEndpoint: true,
      embeddedRegistry: embedded,
      systemDefaultRegistry: null,
      foreignRuntime: false,
    },
    userTemplates: ["/data/k3s/agent/etc/containerd/config.toml.tmpl"],
  }) satisfies Partial<NodeFacts>;

const ids = { configuration: "", archived: "", cluster: "" };

async function addNode(name: string, groupId: string | null, seen: Seen | null) {
  const { id: sshCredentialId } = await passwordLogin("root", "secret-of-root", admin);
  const input = { name, host: `${name}.corp`, port: 22, username: "root", sshCredentialId, groupId };
  const { id } = await createNode({ ...input, sudoPassword: null, note: "" }, admin);
  await db().node.update({ where: { id }, data: { clusterId: ids.cluster, clusterConfirmed: true } });
  if (seen === null) return;
  const seenAt = new Date("2026-11-23T10:00:00Z");
  const facts = factsOf(seen);
  await db().nodeFacts.create({
    data: { nodeId: id, checkedAt: seenAt, seenAt, role: facts.role, facts: JSON.stringify(facts) },
  });
}

beforeAll(async () => {
  ids.cluster = (await db().cluster.create({ data: { name: "blue", nameKey: "blue", serverCa: "ca" } })).id;
  ids.configuration = await created(
    "harbor-prod",
    define({
      mirrors: [mirror("docker.io", "https://harbor.corp")],
      registryHosts: [host("harbor.corp", { username: text("robot"), password: text("Harbor12345") })],
    }),
  );
  ids.archived = await created("old");
  await configurations.update(ids.archived, { archived: true });
  const group = await createGroup(
    { name: "edge", note: "", configurationId: ids.configuration, nodeIds: [] },
    admin,
  );
  await addNode("srv-1", group.id, { role: "server", embedded: true });
  await addNode("edge-1", group.id, { role: "agent" });
  await addNode("edge-2", null, null);
});

describe("what a simulation is chosen from", () => {
  it("is every configuration, archived ones last, with the number of its newest revision", async () => {
    const { configurations: listed } = await getSimulatorData(viewer);
    expect(listed).toEqual([
      { id: ids.configuration, name: "harbor-prod", newest: 1, archived: false },
      { id: ids.archived, name: "old", newest: 1, archived: true },
    ]);
  });

  it("is every node with what the last look told of it", async () => {
    const { nodes } = await getSimulatorData(viewer);
    expect(nodes.map(({ name, configurationId }) => [name, configurationId])).toEqual([
      ["edge-1", ids.configuration],
      ["edge-2", null],
      ["srv-1", ids.configuration],
    ]);
    expect(nodes[1]?.facts).toBeNull();
    expect(nodes[2]?.facts).toEqual({
      target: {
        distribution: "k3s",
        version: "v1.33.4+k3s1",
        dataDir: "/data/k3s",
        disableDefaultRegistryEndpoint: true,
        embeddedRegistry: true,
        userTemplate: true,
      },
      foreignRuntime: false,
      proxy: null,
      seenAt: "2026-11-23T10:00:00.000Z",
    });
  });

  it("knows that agents learn of the embedded registry from their servers", async () => {
    const { nodes } = await getSimulatorData(viewer);
    expect(nodes[0]?.facts?.target.embeddedRegistry).toBe(true);
  });

  it("names credentials and holds no secret", async () => {
    const data = await getSimulatorData(viewer);
    expect(Object.values(data.credentialNames)).toEqual(["harbor.corp"]);
    expect(JSON.stringify(data)).not.toContain("Harbor12345");
  });
});
