import { expect, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { passwordOf } from "@/tests/support/nodes/start-nodes";
import { findViolations } from "./looks";
import { ownMachines } from "./own-fleet";

const authority = makeKeyPair("fleet-ca");
const own = ownMachines([
  { name: "edge-4", role: "agent", hostCertificate: { authority, keyId: "edge-4", serial: 41 } },
]);

async function register(): Promise<string> {
  const login = { kind: "password", name: "root", username: "root", password: passwordOf("root") };
  const { id: sshCredentialId } = await own.server.call<{ id: string }>("POST", apis.sshCredentials(), login);
  const { name, host, port } = own.fleet.get("edge-4");
  const node = { name, host, port, username: "root", sshCredentialId, groupId: null, note: "" };
  return (await own.server.call<{ id: string }>("POST", apis.nodes(), node)).id;
}

test("a node is met by the certificate of a stored authority", async ({ page, context }) => {
  await own.server.letIn(context);
  const node = own.server.url + pages.node(await register());
  const line = `@cert-authority 127.* ${authority.publicKey}`;

  await page.goto(node);
  await page.getByRole("button", { name: "Fetch host key" }).click();
  await page.getByLabel("Fingerprint from the machine").fill(line);
  await expect(page.getByText("The text names a host certificate authority")).toBeVisible();
  await page.getByRole("link", { name: "To the host certificate authorities" }).click();

  await page.getByRole("button", { name: "Add host certificate authority" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Public key or @cert-authority line").fill(authority.privateKey);
  await expect(dialog.getByText("This is a private key.")).toBeVisible();
  await dialog.getByLabel("Public key or @cert-authority line").fill(line);
  await expect(dialog.getByText(authority.fingerprint)).toBeVisible();
  await expect(dialog.getByText("Left empty: 127.*")).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill("fleet host CA");
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Store authority" }).click();
  await expect(page.getByRole("table").getByText("fleet host CA")).toBeVisible();

  await page.goto(own.server.url + pages.nodes());
  await page.getByRole("checkbox", { name: "Select edge-4" }).check();
  await page.getByRole("button", { name: "Trust 1 host key" }).click();
  await page.getByRole("button", { name: "Fetch 1 host key" }).click();
  await expect(page.getByText("Vouched for by fleet host CA")).toBeVisible();
  await expect(page.getByText("Nothing is left to compare")).toBeVisible();
  await expect(page.getByLabel("Compare with known keys")).toHaveCount(0);

  await page.goto(node);
  await page.getByRole("button", { name: "Fetch host key" }).click();
  await expect(page.getByText("fleet host CA vouches for this key")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Trust it by fleet host CA" }).click();
  await expect(page.getByText("fleet host CA, by its certificate")).toBeVisible();
  await expect(page.getByText("41", { exact: true })).toBeVisible();

  await own.fleet.get("edge-4").changeHostKey();
  await own.fleet.get("edge-4").setCertificate({ authority, keyId: "edge-4 again", serial: 42 });
  await page.getByRole("button", { name: "Check key" }).click();
  await expect(page.getByText("It was taken over.")).toBeVisible();
  await expect(page.getByText("edge-4 again")).toBeVisible();

  await page.goto(own.server.url + pages.credentials("ssh"));
  await page.getByRole("button", { name: "Delete fleet host CA" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question.getByRole("radio", { name: /^Forget them/ })).toBeChecked();
  await question.getByRole("button", { name: "Delete fleet host CA" }).click();
  await expect(page.getByText("None is stored")).toBeVisible();
  await page.goto(node);
  await expect(page.getByRole("button", { name: "Fetch host key" })).toBeVisible();
});
