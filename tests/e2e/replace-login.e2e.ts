import { expect, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { authorizedKeys, authorizeOnly } from "@/tests/support/nodes/authorized-keys";
import { findViolations } from "./looks";
import { ownMachines } from "./own-fleet";

const own = ownMachines([{ name: "edge-4", role: "agent" }]);

/** The machine with a trusted host key, logged in to by the key of the own.fleet. */
async function register(): Promise<string> {
  const { privateKey } = own.fleet.userKey;
  const login = { kind: "key", name: "fleet", username: "root", privateKey };
  const { id: sshCredentialId } = await own.server.call<{ id: string }>("POST", apis.sshCredentials(), login);
  const { name, host, port, hostKey } = own.fleet.get("edge-4");
  const node = { name, host, port, username: "root", sshCredentialId, groupId: null, note: "" };
  const { id } = await own.server.call<{ id: string }>("POST", apis.nodes(), node);
  await own.server.call("POST", apis.nodeHostKey(id), { fingerprint: hostKey.fingerprint });
  return id;
}

test("a key is replaced by a generated one, once the node took it", async ({ page, context }) => {
  await own.server.letIn(context);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const machine = own.fleet.get("edge-4");
  const node = own.server.url + pages.node(await register());

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(own.server.url + pages.credentials("ssh"));
  await page.getByRole("button", { name: "Replace login of fleet" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("User", { exact: true })).toHaveValue("root");
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Generate key" }).click();

  await expect(dialog.getByText("Not tried yet.")).toBeVisible();
  await dialog.getByRole("button", { name: "Try on 1 node" }).click();
  await expect(dialog.getByText("Refused by 1 node")).toBeVisible();
  await dialog.getByRole("button", { name: "Use it now" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByText("1 node refused it: edge-4.")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");

  await page.reload();
  await page.getByRole("button", { name: "A replacement waits" }).click();
  await expect(dialog.getByText("Refused by 1 node")).toBeVisible();
  await dialog.getByText("Command that adds it, to run as root").click();
  await dialog
    .getByRole("figure")
    .filter({ hasText: "Run on each machine" })
    .getByRole("button", { name: "Copy" })
    .click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  await machine.run(["sh", "-c", `HOME=~root\n${command}`]);
  await dialog.getByRole("button", { name: "Try on 1 node" }).click();
  await expect(dialog.getByText("Works on 1 node")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Use it now" }).click();
  await expect(question.getByText("It worked on all nodes when it was tried.")).toBeVisible();
  await question.getByRole("button", { name: "Replace login" }).click();
  await expect(page.getByText("The login of fleet is replaced.")).toBeVisible();
  await expect(page.getByRole("button", { name: "A replacement waits" })).toHaveCount(0);

  // Only the new key is left on the machine.
  await authorizeOnly(machine, (await authorizedKeys(machine)).slice(-1));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(node);
  await page.getByRole("button", { name: "Test connection" }).click();
  await expect(page.getByText("edge-4 is reachable.")).toBeAttached();
});
