import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, it } from "vitest";
import { ourselves } from "@/lib/server/audit";
import { db } from "@/lib/server/db/client";
import { judgeCertificate } from "@/lib/server/nodes/judge-certificate";
import { withKnown } from "@/lib/server/nodes/known-host";
import { getNode } from "@/lib/server/nodes/queries";
import { storeVouched } from "@/lib/server/nodes/store-vouched";
import { trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { deleteNode, updateNode } from "@/lib/server/nodes/update-node";
import { fetchCertificate } from "@/lib/server/ssh/host-key";
import { temporaryDatabase } from "@/tests/support/database";
import { startCutProxy } from "@/tests/support/nodes/cut-proxy";
import {
  addNode,
  admin,
  audited,
  believe,
  certifiedFleet,
  fleetCa,
  front,
  inner,
  operator,
  otherCa,
  seen,
  trust,
} from "./certified-fleet";

temporaryDatabase();
certifiedFleet();

const askedNode = async (id: string) => withKnown(db(), await db().node.findUniqueOrThrow({ where: { id } }));
const byAuthority = () => ({
  fingerprint: front().hostKey.fingerprint,
  replace: false,
  by: "authority" as const,
});
const certificateOf = async (id: string) => (await getNode(admin, id)).hostKey?.certificate;

/** A connection that asked before something else was decided. */
async function judged(node: Awaited<ReturnType<typeof askedNode>>) {
  const { host, port } = front();
  const verdict = await judgeCertificate(node, () => fetchCertificate({ host, port }));
  if (!verdict?.ok) throw new Error("not vouched for");
  return verdict.value;
}

it("takes no other key of a machine behind a jump host that moved, until a person decides", async () => {
  await believe(fleetCa);
  const gate = await addNode("front");
  const id = await addNode("inner", gate);
  expect((await seen(id)).fault).toBeNull();
  await front().setCertificate({ authority: fleetCa, principals: ["127.0.0.1"] });
  const proxy = await startCutProxy(front());
  try {
    await updateNode(gate, { host: proxy.host, port: proxy.port }, operator);
    expect((await seen(id)).fault).toBeNull();
    await inner().changeHostKey();
    await inner().setCertificate({ authority: fleetCa, keyId: "inner", serial: 5 });
    expect((await seen(id)).fault).toMatchObject({
      code: "host-key-changed",
      params: { certificate: "kept" },
    });
    const { fingerprint } = inner().hostKey;
    await trustHostKey(id, { fingerprint, replace: true }, admin);
    expect(await seen(id)).toMatchObject({ fault: null, hostKey: { fingerprint, certificate: null } });
  } finally {
    await proxy.stop();
  }
});

it("leaves a key to the person who trusted it while the machine was asked", async () => {
  await believe(fleetCa);
  const id = await addNode();
  const asked = await askedNode(id);
  const vouched = await judged(asked);
  await trust(id);
  expect(await storeVouched(asked, vouched, ourselves)).toBe(false);
  expect((await getNode(admin, id)).hostKey).toMatchObject({ certificate: null, trustedByName: "operator" });
  expect(await audited("node.host-key-trusted")).toMatchObject([{ by: "operator" }]);
});

it("replaces no key that a person took over from the authority while the machine was asked", async () => {
  await believe(fleetCa);
  const id = await addNode();
  const { fingerprint } = (await seen(id)).hostKey ?? {};
  const asked = await askedNode(id);
  await trust(id);
  await front().changeHostKey();
  await front().setCertificate({ authority: fleetCa });
  const vouched = await judged(asked);
  await expect(storeVouched(asked, vouched, ourselves)).rejects.toMatchObject({ reason: "hostKeyReplaces" });
  expect((await getNode(admin, id)).hostKey).toMatchObject({ fingerprint, certificate: null });
  expect(await audited("node.host-key-replaced")).toEqual([]);
});

it("gives the say over a key to another authority only when an administrator says so", async () => {
  await believe(fleetCa);
  await believe(otherCa);
  const id = await addNode();
  await seen(id);
  const over = new Date(Date.now() - 60_000);
  await db().hostKey.update({ where: { nodeId: id }, data: { certificateValidUntil: over } });
  await front().setCertificate({ authority: otherCa, keyId: "front", serial: 6 });
  expect((await seen(id)).fault).toBeNull();
  expect(await certificateOf(id)).toMatchObject({ authority: { name: "fleet-ca" }, serial: "3" });
  const asked = await askedNode(id);
  expect(await storeVouched(asked, await judged(asked), ourselves)).toBe(false);

  await expect(trustHostKey(id, byAuthority(), operator)).rejects.toMatchObject({ code: "forbidden" });
  await trustHostKey(id, byAuthority(), admin);
  expect(await certificateOf(id)).toMatchObject({ authority: { name: "other-ca" }, serial: "6" });
  expect(await audited("node.host-key-handed-over")).toMatchObject([{ by: "admin", authority: "other-ca" }]);
  await front().changeHostKey();
  await front().setCertificate({ authority: otherCa, serial: 7 });
  expect(await seen(id)).toMatchObject({ fault: null, hostKey: { certificate: { serial: "7" } } });
});

it("asks a person about another authority also where the key is known by its address alone", async () => {
  await believe(fleetCa);
  await believe(otherCa);
  const id = await addNode();
  await seen(id);
  await deleteNode(id, operator);
  await front().setCertificate({ authority: otherCa });
  const again = await addNode();
  expect((await seen(again)).fault).toMatchObject({
    code: "host-key-unknown",
    params: { certificate: "kept" },
  });
  const asked = await askedNode(again);
  await expect(storeVouched(asked, await judged(asked), ourselves)).rejects.toMatchObject({
    reason: "hostKeyReplaces",
  });
  // From then on the other authority could replace the key, so that is for an administrator; comparing it is not.
  await expect(trustHostKey(again, byAuthority(), operator)).rejects.toMatchObject({ code: "forbidden" });
  await trustHostKey(again, byAuthority(), admin);
  expect(await certificateOf(again)).toMatchObject({ authority: { name: "other-ca" } });

  await front().setCertificate({ authority: fleetCa });
  const later = await askedNode(again);
  const consented = { ...(await judged(later)), handsOver: true };
  await trust(again);
  expect(await storeVouched(later, consented, ourselves)).toBe(false);
  expect(await certificateOf(again)).toBeNull();
});

it("is trusted by an authority only once the machine has proven it", async () => {
  await believe(fleetCa);
  await front().setCertificate({ authority: fleetCa, principals: ["127.0.0.1"] });
  const id = await addNode();
  const proxy = await startCutProxy({
    port: front().port,
    get host() {
      return proxy.accepted === 1 ? front().host : inner().host;
    },
  });
  try {
    await db().node.update({ where: { id }, data: { host: proxy.host, port: proxy.port } });
    await expect(trustHostKey(id, byAuthority(), admin)).rejects.toMatchObject({
      reason: "hostKeyUnproven",
      params: { fingerprint: front().hostKey.fingerprint },
    });
    expect(proxy.accepted).toBe(2);
    expect((await getNode(admin, id)).hostKey).toBeNull();
    expect(await db().knownHost.count()).toBe(0);
  } finally {
    await proxy.stop();
  }
});

it("is not left to an authority where a person trusted it between the question and the proof", async () => {
  await believe(fleetCa);
  await front().setCertificate({ authority: fleetCa, principals: ["127.0.0.1"] });
  const id = await addNode();
  let accepted = 0;
  const gate = createServer(async (near) => {
    accepted += 1;
    // The first connection asks for the certificate, the second one for the proof.
    if (accepted === 2) await trust(id);
    const far = connect(front().port, front().host);
    for (const socket of [near, far]) socket.on("error", () => socket.destroy());
    near.pipe(far).pipe(near);
  });
  gate.listen(0, "127.0.0.1");
  await once(gate, "listening");
  try {
    const { port } = gate.address() as AddressInfo;
    await db().node.update({ where: { id }, data: { host: "127.0.0.1", port } });
    await expect(trustHostKey(id, byAuthority(), operator)).rejects.toMatchObject({
      code: "conflict",
      reason: "hostKeyTrusted",
    });
    expect((await getNode(admin, id)).hostKey).toMatchObject({
      certificate: null,
      trustedByName: "operator",
    });
  } finally {
    gate.close();
  }
});

it("is refused as unreadable when reading it breaks", async () => {
  await believe(fleetCa);
  const asked = await askedNode(await addNode());
  const broken = Buffer.alloc(64);
  broken.subarray = () => {
    throw new TypeError("broken");
  };
  expect(await judgeCertificate(asked, async () => broken)).toMatchObject({
    ok: false,
    error: { code: "unreadable" },
  });
});
