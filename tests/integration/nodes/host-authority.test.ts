import { expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { listHostAuthorities } from "@/lib/server/host-authorities/queries";
import { getNode } from "@/lib/server/nodes/queries";
import { offerHostKey, trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { deleteNode } from "@/lib/server/nodes/update-node";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin } from "@/tests/support/fixtures";
import { type CutProxy, startCutProxy } from "@/tests/support/nodes/cut-proxy";
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
  saysOfHostKeys,
  seen,
  trust,
} from "./certified-fleet";

temporaryDatabase();
certifiedFleet();

it("meets a machine by the certificate of a stored authority, and says by which", async () => {
  const id = await addNode();
  expect((await seen(id)).fault).toMatchObject({ code: "host-key-unknown" });
  const { id: authorityId } = await believe(fleetCa);
  const { fingerprint } = front().hostKey;
  expect(await seen(id)).toMatchObject({
    fault: null,
    hostKey: {
      fingerprint,
      trustedByName: "fleet-ca",
      certificate: { authority: { id: authorityId }, keyId: "front", serial: "3", validUntil: null },
    },
  });
  expect(await audited("node.host-key-trusted")).toEqual([
    {
      by: "Pullpath",
      node: "front",
      fingerprint,
      replaced: null,
      authority: "fleet-ca",
      certificate: "front",
      serial: "3",
    },
  ]);
  expect(await listHostAuthorities(operator)).toMatchObject([{ name: "fleet-ca", nodes: [{ id }] }]);
});

it("comes to one end when a machine is met over several connections at once", async () => {
  const id = await addNode();
  await believe(fleetCa);
  const all = await Promise.all([seen(id), seen(id), seen(id)]);
  expect(all.map(({ fault }) => fault)).toEqual([null, null, null]);
  expect(await audited("node.host-key-trusted")).toHaveLength(1);
});

it("takes another key by the same authority, and stops at one without", async () => {
  const id = await addNode();
  await believe(fleetCa);
  await believe(otherCa);
  const first = (await seen(id)).hostKey?.fingerprint;
  await front().changeHostKey();
  expect((await seen(id)).fault).toMatchObject({
    code: "host-key-changed",
    params: { certificate: "none", presented: front().hostKey.fingerprint },
  });
  await front().setCertificate({ authority: otherCa });
  expect((await seen(id)).fault).toMatchObject({
    code: "host-key-changed",
    params: { certificate: "kept" },
  });
  expect((await getNode(admin, id)).hostKey?.fingerprint).toBe(first);

  await front().setCertificate({ authority: fleetCa, keyId: "again", serial: 9 });
  const { fingerprint } = front().hostKey;
  expect(await seen(id)).toMatchObject({
    fault: null,
    hostKey: { fingerprint, certificate: { serial: "9" } },
  });
  expect(await audited("node.host-key-replaced")).toMatchObject([
    { by: "Pullpath", fingerprint, replaced: first, authority: "fleet-ca", certificate: "again" },
  ]);
});

it("never replaces a key that a person trusts, nor one that a person trusted at the address", async () => {
  await believe(fleetCa);
  const id = await addNode();
  await trust(id);
  expect((await getNode(admin, id)).hostKey).toMatchObject({ certificate: null, trustedByName: "operator" });
  await front().changeHostKey();
  await front().setCertificate({ authority: fleetCa });
  const { fault } = await seen(id);
  expect(fault?.code).toBe("host-key-changed");
  expect(fault?.params).not.toHaveProperty("certificate");
  expect((await offerHostKey(id, operator)).certificate).toMatchObject({
    ok: false,
    error: { code: "kept" },
  });

  await deleteNode(id, operator);
  const again = await addNode();
  expect((await seen(again)).fault).toMatchObject({
    code: "host-key-unknown",
    params: { certificate: "kept" },
  });
  const { fingerprint } = front().hostKey;
  const vouched = { fingerprint, replace: false, by: "authority" as const };
  await expect(trustHostKey(again, vouched, admin)).rejects.toMatchObject({ reason: "hostKeyNotVouched" });
});

it("keeps a key whose certificate is over, and looks for the new one", async () => {
  const id = await addNode();
  await believe(fleetCa);
  await seen(id);
  const over = new Date(Date.now() - 60_000);
  await db().hostKey.update({ where: { nodeId: id }, data: { certificateValidUntil: over } });
  await front().setCertificate({ authority: fleetCa, validity: "20250101000000Z:20250201000000Z" });
  expect(await seen(id)).toMatchObject({
    fault: null,
    hostKey: { certificate: { serial: "3", validUntil: over.toISOString() } },
  });
  await front().setCertificate({ authority: fleetCa, keyId: "front", serial: 3 });
  expect(await seen(id)).toMatchObject({
    fault: null,
    hostKey: { certificate: { serial: "3", validUntil: null } },
  });
  expect(await audited("node.host-key-renewed")).toMatchObject([{ serial: "3" }]);
});

it.each([
  ["expired", { authority: fleetCa, validity: "20250101000000Z:20250201000000Z" }],
  ["principals", { authority: fleetCa, principals: ["elsewhere.corp"] }],
  ["other-authority", { authority: otherCa }],
  ["none", null],
])("does not meet a machine by a certificate that is refused: %s", async (code, certificate) => {
  const id = await addNode();
  await believe(fleetCa);
  await front().setCertificate(certificate);
  expect((await seen(id)).fault).toMatchObject({ code: "host-key-unknown", params: { certificate: code } });
  expect(await offerHostKey(id, operator)).toMatchObject({ certificate: { ok: false, error: { code } } });
  expect((await getNode(admin, id)).hostKey).toBeNull();
});

it("meets a jump host and the machine behind it, each by its own certificate", async () => {
  const gate = await addNode("front");
  const id = await addNode("inner", gate);
  expect((await seen(id)).fault).toMatchObject({
    code: "jump-failed",
    params: { reason: "host-key-unknown" },
  });
  await believe(fleetCa);
  expect(await seen(id)).toMatchObject({ fault: null, hostKey: { certificate: { keyId: "inner" } } });
  expect((await getNode(admin, gate)).hostKey).toMatchObject({ certificate: { keyId: "front" } });
});

it("keeps what was proven although the login was refused", async () => {
  const wrong = (await passwordLogin("root", "wrong", admin)).id;
  await believe(fleetCa);
  const id = await addNode();
  await db().node.update({ where: { id }, data: { sshCredentialId: wrong } });
  expect(await seen(id)).toMatchObject({
    fault: { code: "login-refused" },
    hostKey: { certificate: { keyId: "front" } },
  });
});

it("keeps no key of which a machine shows the certificate without having it", async () => {
  await believe(fleetCa);
  await front().setCertificate({ authority: fleetCa, principals: ["127.0.0.1"] });
  const proxy: CutProxy = await startCutProxy({
    port: front().port,
    // Whoever sits between may fetch the certificate of one machine and answer as another.
    get host() {
      return proxy.accepted % 2 === 1 ? front().host : inner().host;
    },
  });
  try {
    const id = await addNode();
    await db().node.update({ where: { id }, data: { host: proxy.host, port: proxy.port } });
    const { fault, hostKey } = await seen(id);
    expect(fault).toMatchObject({ code: "host-key-unknown", params: { certificate: "unproven" } });
    expect(hostKey).toBeNull();
    expect(await saysOfHostKeys()).toBe(0);
  } finally {
    await proxy.stop();
  }
});
