import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getGroup, listGroups } from "@/lib/server/groups/queries";
import { createGroup, deleteGroup, updateGroup } from "@/lib/server/groups/write-group";
import { createNode } from "@/lib/server/nodes/create-node";
import { getNode, listNodes } from "@/lib/server/nodes/queries";
import { offerHostKey, trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { deleteNode, updateNode } from "@/lib/server/nodes/update-node";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";
import { createSshCredential, deleteSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin } from "@/tests/support/fixtures";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

temporaryDatabase();
const operator = actorWith("operator");
const plain = { port: 22, groupId: null, sudoPassword: null, note: "" };
let sshCredentialId = "";

beforeAll(async () => {
  sshCredentialId = (await passwordLogin("root", "secret-of-root", operator)).id;
});

describe("registering nodes", () => {
  it("keeps a node without ever returning its sudo password", async () => {
    const input = {
      ...plain,
      name: "edge-10",
      host: "Edge-10.corp",
      username: "ops",
      sshCredentialId,
      sudoPassword: "s3cret",
    };
    const { id } = await createNode(input, operator);
    const node = await getNode(operator, id);
    expect(node).toMatchObject({
      name: "edge-10",
      host: "edge-10.corp",
      port: 22,
      hasSudoPassword: true,
      hostKey: null,
      check: null,
    });
    expect(JSON.stringify(node)).not.toContain("s3cret");
    await updateNode(id, { sudoPassword: null, note: "rack 3" }, operator);
    expect(await getNode(operator, id)).toMatchObject({ hasSudoPassword: false, note: "rack 3" });
  });

  it("does not tell a sudo password to another address", async () => {
    const input = { ...plain, username: "ops", sshCredentialId, sudoPassword: "s3cret" };
    const { id } = await createNode({ ...input, name: "moves", host: "old.corp" }, operator);
    await updateNode(id, { host: "OLD.corp", note: "same place" }, operator);
    expect(await getNode(operator, id)).toMatchObject({ hasSudoPassword: true });
    await updateNode(id, { host: "new.corp" }, operator);
    expect(await getNode(operator, id)).toMatchObject({ hasSudoPassword: false, hostKey: null });
    await updateNode(id, { port: 2222, sudoPassword: "given anew" }, operator);
    expect(await getNode(operator, id)).toMatchObject({ hasSudoPassword: true });
  });

  it("refuses a second node of the same name or address, whatever the case", async () => {
    const node = { ...plain, username: "root", sshCredentialId };
    await createNode({ ...node, name: "srv", host: "10.0.0.1" }, operator);
    await expect(createNode({ ...node, name: "SRV", host: "10.0.0.2" }, operator)).rejects.toMatchObject({
      reason: "nodeNameTaken",
    });
    await expect(createNode({ ...node, name: "other", host: "10.0.0.1" }, operator)).rejects.toMatchObject({
      reason: "nodeAddressTaken",
      params: { name: "srv" },
    });
  });

  it.each(["viewer", "editor", "auditor"] as const)("refuses a %s", async (role) => {
    const node = { ...plain, name: role, host: `${role}.corp`, username: "root", sshCredentialId };
    await expect(createNode(node, actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("groups", () => {
  it("moves a node that joins another group, since it may be in one only", async () => {
    const { id: nodeId } = await createNode(
      { ...plain, name: "m", host: "m.corp", username: "root", sshCredentialId },
      operator,
    );
    const first = await createGroup(
      { name: "lab", note: "", configurationId: null, nodeIds: [nodeId] },
      operator,
    );
    const second = await createGroup(
      { name: "prod", note: "", configurationId: null, nodeIds: [] },
      operator,
    );
    await updateGroup(second.id, { nodeIds: [nodeId], width: 5 }, operator);
    expect(await getGroup(operator, first.id)).toMatchObject({ nodes: [], unknown: 0 });
    expect(await getGroup(operator, second.id)).toMatchObject({
      nodes: [{ id: nodeId, name: "m" }],
      width: 5,
      unknown: 1,
    });
    await expect(
      createGroup({ name: "LAB", note: "", configurationId: null, nodeIds: [] }, operator),
    ).rejects.toMatchObject({
      reason: "groupNameTaken",
    });
    await deleteGroup(second.id, operator);
    expect((await getNode(operator, nodeId)).group).toBeNull();
    expect((await listGroups(operator)).map(({ name }) => name)).toEqual(["lab"]);
  });
});

describe("SSH credentials", () => {
  it("generates a key of which only the public half is ever shown", async () => {
    const made = await createSshCredential(
      { kind: "generate", name: "fleet key", username: "ops" },
      operator,
    );
    expect(made.publicKey).toMatch(/^ssh-ed25519 AAAA\S+ pullpath fleet key$/);
    const [listed] = (await listSshCredentials(operator)).filter(({ id }) => id === made.id);
    expect(listed).toMatchObject({ kind: "key", username: "ops", publicKey: made.publicKey, nodes: [] });
    expect(JSON.stringify(listed)).not.toContain("PRIVATE KEY");
  });

  it("says at the field what is wrong with a key", async () => {
    const key = {
      kind: "key" as const,
      name: "bad",
      username: "ops",
      privateKey: "ssh-ed25519 AAAAC3 me",
      passphrase: null,
    };
    await expect(createSshCredential(key, operator)).rejects.toMatchObject({
      reason: "sshKeyRefused",
      issues: [{ path: ["privateKey"], code: "key-public" }],
    });
  });

  it("is not deleted while nodes use it", async () => {
    await expect(deleteSshCredential(sshCredentialId, operator)).rejects.toMatchObject({
      reason: "sshCredentialInUse",
    });
  });
});

describe("host key trust", () => {
  let fleet: TestFleet;
  beforeAll(async () => {
    fleet = await startNodes([{ name: "trust-1" }]);
  });
  afterAll(() => fleet.stop());

  it("shows the key, trusts only the compared fingerprint, and lets only an administrator replace it", async () => {
    const machine = fleet.get("trust-1");
    const { id } = await createNode(
      {
        ...plain,
        name: "trust-1",
        host: machine.host,
        port: machine.port,
        username: "root",
        sshCredentialId,
      },
      operator,
    );
    const offer = await offerHostKey(id, operator);
    expect(offer).toEqual({
      host: machine.host,
      port: machine.port,
      algorithm: "ssh-ed25519",
      fingerprint: machine.hostKey.fingerprint,
      trusted: null,
      certificate: null,
    });
    const other = `SHA256:${"A".repeat(43)}`;
    await expect(trustHostKey(id, { fingerprint: other, replace: false }, operator)).rejects.toMatchObject({
      reason: "hostKeyDiffers",
    });
    expect((await getNode(operator, id)).hostKey).toBeNull();
    await trustHostKey(id, { fingerprint: offer.fingerprint, replace: false }, operator);
    expect((await getNode(operator, id)).hostKey).toMatchObject({
      fingerprint: offer.fingerprint,
      trustedByName: "operator",
    });

    await machine.changeHostKey();
    const { fingerprint } = machine.hostKey;
    await expect(trustHostKey(id, { fingerprint, replace: false }, operator)).rejects.toMatchObject({
      reason: "hostKeyReplaces",
    });
    await expect(trustHostKey(id, { fingerprint, replace: true }, operator)).rejects.toMatchObject({
      code: "forbidden",
    });
    await trustHostKey(id, { fingerprint, replace: true }, actorWith("admin"));
    expect((await getNode(operator, id)).hostKey?.fingerprint).toBe(fingerprint);
  });

  it("forgets trust and facts when the address changes", async () => {
    const [node] = (await listNodes(operator)).filter(({ name }) => name === "trust-1");
    await updateNode(node?.id ?? "", { host: "127.99.0.1" }, operator);
    expect(await getNode(operator, node?.id ?? "")).toMatchObject({ hostKey: null, check: null });
    await deleteNode(node?.id ?? "", operator);
    await expect(getNode(operator, node?.id ?? "")).rejects.toMatchObject({ code: "not-found" });
  });
});
