import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { listCertificates } from "@/lib/server/certificates/queries";
import { updateCertificate } from "@/lib/server/certificates/update-certificate";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, outcomesOf, type Pushable, push, save } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const openssl = opensslFolder();
const folder = "/etc/rancher/pullpath/tls";
let fleet: TestFleet;
let target: Pushable;

/** A definition whose client certificate and CA are stored ones, and whose key travels with it. */
const withStored = `configs:
  "harbor.corp:8443":
    tls:
      ca_file: "${folder}/by-name/corp-root.crt"
      cert_file: "${folder}/by-name/client.crt"
      key_file: "${folder}/by-name/client.key"
`;

beforeAll(async () => {
  fleet = await startNodes([{ name: "tls-1", role: "agent" }]);
  await createCertificate({ name: "corp-root", certificate: openssl.makeCa("corp-root").certificate }, admin);
  await createCertificate({ name: "client", ...openssl.makeCa("client") }, admin);
  target = await groupOf([...fleet.nodes], withStored);
});
afterAll(() => fleet.stop());
runnerAtWork();

/** Files of the owned folder by name, each with its mode. */
async function delivered(): Promise<Record<string, string>> {
  const node = fleet.get("tls-1");
  const names = (await node.list(folder)).sort();
  const modes = await Promise.all(names.map(async (name) => (await node.stat(`${folder}/${name}`)).mode));
  return Object.fromEntries(names.map((name, index) => [name, modes[index] ?? ""]));
}

it("delivers certificates with the file, under names made of their content", async () => {
  expect(outcomesOf(await push(target.groupId))).toEqual({ "tls-1": "changed" });
  const node = fleet.get("tls-1");
  const file = await node.read(node.registriesPath);
  const paths = [...file.matchAll(/"(\/etc\/rancher\/pullpath\/tls\/[0-9a-f]{16}\.(?:crt|key))"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(paths).toHaveLength(3);
  for (const path of paths) {
    const digest = createHash("sha256")
      .update(await node.read(path))
      .digest("hex");
    expect(path).toContain(digest.slice(0, 16));
  }
  const modes = await delivered();
  expect(Object.keys(modes)).toHaveLength(3);
  for (const [name, mode] of Object.entries(modes)) if (name.endsWith(".key")) expect(mode).toBe("600");
});

it("says that a certificate that is gone brings a restart, before it brings one", async () => {
  const node = fleet.get("tls-1");
  expect((await reviewPush(target.groupId, admin)).nodes[0]?.change).toBe("none");
  const [gone] = Object.keys(await delivered()).filter((name) => name.endsWith(".crt"));
  await node.run(["rm", `${folder}/${gone}`]);
  const [reviewed] = (await reviewPush(target.groupId, admin)).nodes;
  expect(reviewed).toMatchObject({ change: "restart-only", fault: null });
  const starts = (await node.restarts()).length;
  expect(outcomesOf(await push(target.groupId))).toEqual({ "tls-1": "changed" });
  expect(await node.restarts()).toHaveLength(starts + 1);
  expect(Object.keys(await delivered())).toContain(gone);
});

it("takes a replaced certificate for a change, though the definition is the same", async () => {
  const before = await fleet.get("tls-1").read("/etc/rancher/k3s/registries.yaml");
  const [ca] = (await listCertificates(admin)).filter(({ name }) => name === "corp-root");
  await updateCertificate(
    { id: ca?.id ?? "", certificate: openssl.makeCa("corp-root-2").certificate },
    admin,
  );
  const review = await reviewPush(target.groupId, admin);
  expect(review.nodes[0]?.change).toBe("file");
  expect(outcomesOf(await push(target.groupId))).toEqual({ "tls-1": "changed" });
  expect(await fleet.get("tls-1").read("/etc/rancher/k3s/registries.yaml")).not.toBe(before);
});

it("blocks a node on which a file that Pullpath does not deliver is missing", async () => {
  await save(
    target.configurationId,
    'configs:\n  "h.corp":\n    tls:\n      ca_file: "/etc/ssl/corp.pem"\n',
    1,
  );
  const review = await reviewPush(target.groupId, admin);
  expect(review.nodes[0]?.fault).toEqual({ code: "tls-path-missing", params: { path: "/etc/ssl/corp.pem" } });
  await fleet.get("tls-1").write("/etc/ssl/corp.pem", openssl.makeCa("corp").certificate, "0644");
  expect((await reviewPush(target.groupId, admin)).nodes[0]?.fault).toBeNull();
});
