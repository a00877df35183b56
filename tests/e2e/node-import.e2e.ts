import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { findViolations } from "./looks";
import { OwnServer } from "./own-server";

const file = `configs:
  "harbor.corp:8443":
    auth:
      username: robot
      password: hunter2-Password
    tls:
      ca_file: /etc/ssl/none.pem
`;

let fleet: TestFleet;
let server: OwnServer;
let data = "";
let nodeId = "";

test.beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "pullpath-node-import-"));
  fleet = await startNodes([{ name: "edge-3", role: "agent", registries: file }]);
  server = new OwnServer(data);
  await server.start();
  await server.setUp();
});
test.afterAll(async () => {
  await server.kill();
  await fleet.stop();
  await rm(data, { recursive: true, force: true });
});

async function register(): Promise<string> {
  const login = { kind: "password", name: "root", username: "root", password: passwordOf("root") };
  const { id: sshCredentialId } = await server.call<{ id: string }>("POST", apis.sshCredentials(), login);
  const { name, host, port, hostKey } = fleet.get("edge-3");
  const node = { name, host, port, username: "root", sshCredentialId, groupId: null, note: "" };
  const { id } = await server.call<{ id: string }>("POST", apis.nodes(), { ...node, sudoPassword: null });
  const trusted = { fingerprint: hostKey.fingerprint, replace: false };
  await server.call("POST", apis.nodeHostKey(id), trusted);
  return id;
}

test("the file of a node becomes a configuration, and its password never comes here", async ({
  page,
  context,
}) => {
  await server.letIn(context);
  await page.goto(server.url + pages.importConfiguration(""));
  await expect(page.getByText("No node is registered yet.")).toBeVisible();
  nodeId = await register();
  await page.goto(server.url + pages.configurations());
  await expect(page.getByRole("link", { name: "From a node" })).toBeVisible();
  await page.goto(server.url + pages.node(nodeId));
  await page.getByRole("link", { name: "Import its file" }).click();
  await expect(page.getByLabel("Node", { exact: true })).toHaveValue(nodeId);
  await page.getByRole("button", { name: "Read its file" }).click();
  await expect(page.getByText("Read from edge-3")).toBeVisible();
  await expect(page.getByText("1 login becomes a credential")).toBeVisible();
  await expect(page.getByText("/etc/ssl/none.pem is not on the node.")).toBeVisible();
  expect(await page.content()).not.toContain("hunter2");
  expect(await findViolations(page)).toEqual([]);
  await expect(page.getByLabel("Name of the configuration")).toHaveValue("edge-3");
  await expect(page.getByLabel("Message of the revision")).toHaveValue("Imported from edge-3");
  await page.getByRole("button", { name: "Create configuration" }).click();
  await expect(page.getByRole("heading", { name: "edge-3", level: 1 })).toBeVisible();

  const [made] = await server.call<{ id: string }[]>("GET", apis.configurations());
  await page.goto(server.url + pages.importConfiguration(nodeId, made?.id));
  await page.getByRole("button", { name: "Read its file" }).click();
  await expect(page.getByRole("radio", { name: /^Replace/ })).toBeChecked();
  await expect(page.getByLabel("Configuration", { exact: true })).toHaveValue(made?.id ?? "");
});
