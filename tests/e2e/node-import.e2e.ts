import { expect, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { passwordOf } from "@/tests/support/nodes/start-nodes";
import { findViolations } from "./looks";
import { ownMachines } from "./own-fleet";

const file = `configs:
  "harbor.corp:8443":
    auth:
      username: robot
      password: hunter2-Password
    tls:
      ca_file: /etc/ssl/none.pem
`;

const own = ownMachines([{ name: "edge-3", role: "agent", registries: file }]);
let nodeId = "";

async function register(): Promise<string> {
  const login = { kind: "password", name: "root", username: "root", password: passwordOf("root") };
  const { id: sshCredentialId } = await own.server.call<{ id: string }>("POST", apis.sshCredentials(), login);
  const { name, host, port, hostKey } = own.fleet.get("edge-3");
  const node = { name, host, port, username: "root", sshCredentialId, groupId: null, note: "" };
  const { id } = await own.server.call<{ id: string }>("POST", apis.nodes(), { ...node, sudoPassword: null });
  const trusted = { fingerprint: hostKey.fingerprint, replace: false };
  await own.server.call("POST", apis.nodeHostKey(id), trusted);
  return id;
}

test("the file of a node becomes a configuration, and its password never comes here", async ({
  page,
  context,
}) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.importConfiguration(""));
  await expect(page.getByText("No node is registered yet.")).toBeVisible();
  nodeId = await register();
  await page.goto(own.server.url + pages.configurations());
  await expect(page.getByRole("link", { name: "From a node" })).toBeVisible();
  await page.goto(own.server.url + pages.node(nodeId));
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

  const [made] = await own.server.call<{ id: string }[]>("GET", apis.configurations());
  await page.goto(own.server.url + pages.importConfiguration(nodeId, made?.id));
  await page.getByRole("button", { name: "Read its file" }).click();
  await expect(page.getByRole("radio", { name: /^Replace/ })).toBeChecked();
  await expect(page.getByLabel("Configuration", { exact: true })).toHaveValue(made?.id ?? "");
});
