import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as GET_CERTIFICATE } from "@/app/api/v1/certificates/[id]/route";
import { GET as GET_CREDENTIAL, PATCH } from "@/app/api/v1/credentials/[id]/route";
import { outOfDateLines, type StoredUsage } from "@/lib/domain/credentials/stored";
import { createCertificate } from "@/lib/server/certificates/create-certificate";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { getCredentialDetail } from "@/lib/server/credentials/detail";
import { loggedInRequest } from "@/tests/support/actors";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, outcomesOf, type Pushable, push, save } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const openssl = opensslFolder();
let fleet: TestFleet;
let target: Pushable;
const ids = { credential: "", certificate: "" };

const yaml = `configs:
  "harbor.corp:8443":
    auth:
      username: "robot"
      password: "{{secret:robot.password}}"
    tls:
      ca_file: "/etc/rancher/pullpath/tls/by-name/robot.crt"
`;

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const told = async (kind: "credential" | "certificate"): Promise<{ version: number; usage: StoredUsage }> => {
  const request = await loggedInRequest("viewer", `/api/v1/${kind}s/${ids[kind]}`);
  const get = kind === "credential" ? GET_CREDENTIAL : GET_CERTIFICATE;
  return (await get(request, at(ids[kind]))).json();
};
const outOfDate = async (kind: "credential" | "certificate") => {
  const { version, usage } = await told(kind);
  return outOfDateLines(usage.holdings, version).flatMap(({ nodes }) => nodes.map(({ name }) => name));
};
const rotate = async (password: string) =>
  PATCH(
    await loggedInRequest("operator", `/api/v1/credentials/${ids.credential}`, {
      method: "PATCH",
      body: { fields: { password } },
    }),
    at(ids.credential),
  );

beforeAll(async () => {
  fleet = await startNodes([{ name: "edge-1", role: "agent" }]);
  ids.credential = (await createCredential({ name: "robot", fields: { password: "first" } }, admin)).id;
  const { certificate } = openssl.makeCa("corp-root");
  ids.certificate = (await createCertificate({ name: "robot", certificate }, admin)).id;
  target = await groupOf([...fleet.nodes], yaml);
});
afterAll(() => fleet.stop());
runnerAtWork();

describe("what nodes hold of a stored value", () => {
  it("is nothing before a push, and where it is used is known", async () => {
    const { usage } = await told("credential");
    expect(usage).toMatchObject({ holdings: [], lastUse: null });
    expect(usage.uses).toMatchObject([
      { revision: 1, isNewest: true, section: "configs", host: "harbor.corp:8443", fields: ["password"] },
    ]);
    expect((await told("certificate")).usage.uses).toMatchObject([{ fields: ["ca_file"] }]);
  });

  it("is the version that the last good push brought, and out of date after a rotation", async () => {
    expect(outcomesOf(await push(target.groupId))).toEqual({ "edge-1": "changed" });
    const { usage } = await told("credential");
    expect(usage.holdings).toMatchObject([{ node: { name: "edge-1" }, version: 1, push: { number: 1 } }]);
    expect(usage.lastUse).toMatchObject({ push: { number: 1 } });
    expect(await outOfDate("credential")).toEqual([]);

    expect(await (await rotate("second")).json()).toMatchObject({ version: 2 });
    expect(await outOfDate("credential")).toEqual(["edge-1"]);
    expect(await outOfDate("certificate")).toEqual([]);

    expect(outcomesOf(await push(target.groupId))).toEqual({ "edge-1": "changed" });
    expect(await outOfDate("credential")).toEqual([]);
    expect((await told("credential")).usage.holdings).toMatchObject([{ version: 2, push: { number: 2 } }]);
  });

  it("ends with a push of a file without it; an older revision that a group wants still counts as a use", async () => {
    await save(target.configurationId, "mirrors: {}\n", 1);
    const before = (await told("credential")).usage;
    expect(before.uses).toMatchObject([{ revision: 1, isNewest: false, groups: [{ id: target.groupId }] }]);
    await push(target.groupId);
    const { usage } = await told("credential");
    expect(usage).toMatchObject({ uses: [], holdings: [], lastUse: { for: "push", push: { number: 2 } } });
  });

  it("is told with its versions, newest first, and without values", async () => {
    const detail = await getCredentialDetail({ slug: "robot" }, admin);
    expect(detail.versions.map(({ number, fields }) => [number, fields])).toEqual([
      [2, ["password"]],
      [1, ["password"]],
    ]);
    expect(JSON.stringify(detail)).not.toMatch(/first|second/);
  });
});
