import { afterAll, beforeAll, beforeEach } from "vitest";
import { db } from "@/lib/server/db/client";
import { createHostAuthority } from "@/lib/server/host-authorities/write-host-authority";
import { createNode } from "@/lib/server/nodes/create-node";
import { testNode } from "@/lib/server/nodes/test-node";
import { trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { actorWith } from "@/tests/support/actors";
import { passwordLogin } from "@/tests/support/fixtures";
import { type KeyPair, makeKeyPair } from "@/tests/support/nodes/host-key";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

export const admin = actorWith("admin");
export const operator = actorWith("operator");
export const fleetCa = makeKeyPair("fleet-ca");
export const otherCa = makeKeyPair("other-ca");

const certified = (name: string, serial: number) => ({
  name,
  distribution: "none" as const,
  hostCertificate: { authority: fleetCa, keyId: name, serial },
});

let fleet: TestFleet;
let sshCredentialId = "";
/** The newest event before a test: events stay for good, so each test tells its own from those. */
let before = 0;

/** Two machines whose host keys have certificates; each test begins without nodes and without authorities. */
export function certifiedFleet(): void {
  beforeAll(async () => {
    fleet = await startNodes([certified("front", 3), certified("inner", 4)]);
    sshCredentialId = (await passwordLogin("root", passwordOf("root"), admin)).id;
  });
  afterAll(() => fleet.stop());
  beforeEach(async () => {
    await db().node.deleteMany({ where: { jumpId: { not: null } } });
    await db().node.deleteMany();
    await db().knownHost.deleteMany();
    await db().hostAuthority.deleteMany();
    before = (await db().auditEvent.findFirst({ orderBy: { id: "desc" } }))?.id ?? 0;
    await front().setCertificate({ authority: fleetCa, keyId: "front", serial: 3 });
  });
}

export const front = () => fleet.get("front");
export const inner = () => fleet.get("inner");

export async function addNode(name = "front", jumpId: string | null = null): Promise<string> {
  const { host, port } = fleet.get(name);
  const node = { username: "root", sshCredentialId, groupId: null, jumpId, sudoPassword: null, note: "" };
  return (await createNode({ ...node, name, host, port }, operator)).id;
}

export const believe = (authority: KeyPair, name = authority.publicKey.split(" ")[2] ?? "") =>
  createHostAuthority({ name, key: authority.publicKey, patterns: "*" }, admin);

/** A person trusts the key of the machine in front. */
export const trust = (id: string) =>
  trustHostKey(id, { fingerprint: front().hostKey.fingerprint, replace: false }, operator);

export async function seen(id: string) {
  const { check, hostKey } = await testNode(id, operator);
  return { fault: check?.fault ?? null, hostKey };
}

/** How often something was written about host keys. */
export const saysOfHostKeys = () =>
  db().auditEvent.count({ where: { id: { gt: before }, action: { startsWith: "node.host-key" } } });

export const audited = async (action: string) =>
  (await db().auditEvent.findMany({ where: { id: { gt: before }, action } })).map(
    ({ actorName, targetName, detail }) => ({
      by: actorName,
      node: targetName,
      ...(JSON.parse(detail ?? "{}") as object),
    }),
  );
