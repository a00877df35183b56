import { expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { deleteHostAuthority } from "@/lib/server/host-authorities/delete-host-authority";
import { createHostAuthority } from "@/lib/server/host-authorities/write-host-authority";
import { getNode } from "@/lib/server/nodes/queries";
import { offerHostKey, trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { temporaryDatabase } from "@/tests/support/database";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import {
  addNode,
  admin,
  audited,
  believe,
  certifiedFleet,
  fleetCa,
  front,
  operator,
  otherCa,
  seen,
  trust,
} from "./certified-fleet";

temporaryDatabase();
certifiedFleet();

it("offers a vouched key, and trusts it by the authority only as long as it vouches", async () => {
  const { id: authorityId } = await believe(fleetCa);
  const id = await addNode();
  const { fingerprint } = front().hostKey;
  const vouched = { fingerprint, replace: false, by: "authority" as const };
  expect(await offerHostKey(id, operator)).toMatchObject({
    fingerprint,
    certificate: { ok: true, value: { authority: { id: authorityId }, keyId: "front" } },
  });
  expect((await getNode(admin, id)).hostKey).toBeNull();
  await trustHostKey(id, vouched, operator);
  expect((await getNode(admin, id)).hostKey).toMatchObject({ certificate: { keyId: "front" } });
  expect(await audited("node.host-key-trusted")).toMatchObject([{ by: "operator", authority: "fleet-ca" }]);
  await trust(id);
  expect((await getNode(admin, id)).hostKey).toMatchObject({ certificate: null, trustedByName: "operator" });
});

it("leaves a key that a person trusts to the authority, when an administrator says so", async () => {
  await believe(fleetCa);
  const id = await addNode();
  await trust(id);
  const { fingerprint } = front().hostKey;
  const vouched = { fingerprint, replace: false, by: "authority" as const };
  expect((await offerHostKey(id, operator)).certificate).toMatchObject({ ok: true });
  await expect(trustHostKey(id, vouched, operator)).rejects.toMatchObject({ code: "forbidden" });
  await trustHostKey(id, vouched, admin);
  expect(await audited("node.host-key-handed-over")).toMatchObject([{ by: "admin", fingerprint }]);
  await front().changeHostKey();
  await front().setCertificate({ authority: fleetCa, keyId: "front", serial: 8 });
  expect(await seen(id)).toMatchObject({ fault: null, hostKey: { certificate: { serial: "8" } } });
});

it("forgets the keys of an authority with it, or keeps them as those of who deletes it", async () => {
  const id = await addNode();
  const forgotten = await believe(fleetCa);
  await seen(id);
  await deleteHostAuthority(forgotten.id, "forget", admin);
  expect((await getNode(admin, id)).hostKey).toBeNull();
  expect(await db().knownHost.count()).toBe(0);
  expect((await seen(id)).fault?.code).toBe("host-key-unknown");

  const kept = await believe(fleetCa);
  await seen(id);
  await deleteHostAuthority(kept.id, "keep", admin);
  expect((await getNode(admin, id)).hostKey).toMatchObject({ certificate: null, trustedByName: "admin" });
  expect(await audited("host-authority.deleted")).toMatchObject([
    { keys: "forget", nodes: 1 },
    { keys: "keep", nodes: 1 },
  ]);
});

it("stores an authority by its line, and refuses what is none", async () => {
  const key = `@cert-authority *.corp,!lab.corp ${fleetCa.publicKey}`;
  expect(await createHostAuthority({ name: "corp", key }, admin)).toMatchObject({
    fingerprint: fleetCa.fingerprint,
    patterns: "*.corp,!lab.corp",
  });
  await expect(believe(fleetCa)).rejects.toMatchObject({ reason: "hostAuthorityKeyTaken" });
  await expect(believe(otherCa, "Corp")).rejects.toMatchObject({ reason: "hostAuthorityNameTaken" });
  const short = makeKeyPair("short", ["-t", "rsa", "-b", "1024"]).publicKey;
  for (const [text, code] of [
    [short, "authority-weak"],
    [otherCa.privateKey, "authority-private"],
  ] as const)
    await expect(createHostAuthority({ name: "x", key: text }, admin)).rejects.toMatchObject({
      reason: "hostAuthorityRefused",
      issues: [{ path: ["key"], code }],
    });
  const hosts = `@cert-authority a,,b ${otherCa.publicKey}`;
  await expect(createHostAuthority({ name: "x", key: hosts }, admin)).rejects.toMatchObject({
    issues: [{ path: ["patterns"], code: "host-patterns" }],
  });
  await expect(createHostAuthority({ name: "x", key }, operator)).rejects.toMatchObject({
    code: "forbidden",
  });
});
