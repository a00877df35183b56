import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { passwordOf } from "../support/nodes/start-nodes";
import type { TestNode } from "../support/nodes/test-node";

const password = "correct horse battery";

/** First run: the token from the server's own file, the administrator, the system check, the overview. */
export async function setUp(page: Page): Promise<void> {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  const token = readFileSync(join(process.env["PULLPATH_E2E_DATA"] ?? "", "setup-token"), "utf8").trim();
  await page.getByLabel("Setup token").fill(token);
  await page.getByLabel("User name of the administrator").fill("mei");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Create administrator" }).click();
  await page.getByRole("link", { name: "Go to overview" }).click();
  await expect(page.getByRole("heading", { name: "Overview", level: 1 })).toBeVisible();
}

export async function importFile(page: Page, yaml: string, name: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Configurations" }).click();
  await page.getByRole("link", { name: "Import registries.yaml" }).click();
  await page.getByLabel("Contents of the file").fill(yaml);
  await page.getByLabel("Name of the configuration").fill(name);
  await page.getByRole("button", { name: "Create configuration" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

/** Until here presses of buttons and what is typed are kept and repeated, but no other keys, drags or pastes. */
export const editorStands = (page: Page) => expect(page.locator("[data-waits]")).toHaveCount(0);

/** The text of the file in the editor, with references in place of what is drawn for them. */
export async function previewText(page: Page): Promise<string> {
  const lines = page.getByRole("textbox", { name: "registries.yaml, can be edited" }).locator(".cm-line");
  await lines.first().waitFor();
  const texts = await lines.evaluateAll((elements) =>
    elements.map((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const chip of copy.querySelectorAll<HTMLElement>("[data-written]")) {
        chip.replaceWith(chip.dataset["written"] ?? "");
      }
      return copy.textContent ?? "";
    }),
  );
  return texts.join("\n");
}

export async function saveRevision(page: Page, message: string, number: number): Promise<void> {
  await page.getByLabel("Message of the revision").fill(message);
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText(`Saved as r${number}`)).toBeVisible();
}

export async function addPasswordLogin(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Credentials" }).click();
  await page.getByRole("link", { name: "SSH access" }).click();
  await page.getByRole("button", { name: "Add SSH credential" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Use a password").check();
  await dialog.getByLabel("Name", { exact: true }).fill("fleet root");
  await dialog.getByLabel("User", { exact: true }).fill("root");
  await dialog.getByLabel("Password", { exact: true }).fill(passwordOf("root"));
  await dialog.getByRole("button", { name: "Store password" }).click();
  await expect(page.getByText("fleet root")).toBeVisible();
}

export async function pasteNodes(page: Page, machines: readonly TestNode[]): Promise<void> {
  await page.goto("/nodes/import");
  const lines = machines.map(({ name, host, port }) => `root@${host}:${port} ${name}`);
  await page.getByLabel("Machines", { exact: true }).fill(lines.join("\n"));
  await page.getByLabel("SSH credential", { exact: true }).selectOption({ label: "fleet root (root)" });
  await page.getByRole("button", { name: /^Add \d+ nodes?$/ }).click();
  await expect(page.getByText(`${machines.length} nodes added`)).toBeVisible();
}

export async function makeGroup(
  page: Page,
  machines: readonly TestNode[],
  configuration: string,
): Promise<void> {
  await page.goto("/nodes");
  await page.getByRole("button", { name: "New group" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("edge");
  await dialog.getByLabel("Configuration").selectOption({ label: configuration });
  await dialog.getByRole("button", { name: "Create group" }).click();
  await expect(page.getByRole("heading", { name: "edge", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Choose nodes" }).first().click();
  for (const { name } of machines) await page.getByRole("dialog").getByLabel(name).check();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: `Save ${machines.length} nodes` })
    .click();
}

/** Trust on first contact: every fingerprint shown is the machine's own before anything is trusted. */
export async function trustAll(page: Page, machines: readonly TestNode[]): Promise<void> {
  await page.getByRole("button", { name: `Fetch ${machines.length} host keys` }).click();
  for (const { hostKey } of machines) await expect(page.getByText(hostKey.fingerprint)).toBeVisible();
  await page.getByRole("button", { name: `Trust these ${machines.length} keys` }).click();
  for (const { name } of machines) {
    await page.goto("/nodes");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(page.getByText("The host key is trusted. Next, test the connection")).toBeVisible();
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(page.getByText("Reachable", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Confirm cluster" }).click();
    await expect(page.getByText("Proposed", { exact: true })).toBeHidden();
  }
}

/** Opens the review of a push to the only group, up to where every node was looked at. */
export async function openReview(page: Page): Promise<void> {
  await page.goto("/pushes/new");
  await page.getByLabel("Group", { exact: true }).selectOption({ index: 1 });
  await expect(page.getByRole("button", { name: /^Push r\d+ to/ })).toBeVisible();
}

/** Reviews the group's push and starts it with the one button; ends when the record says how it ended. */
export async function pushGroup(page: Page, button: string, status: string): Promise<void> {
  await openReview(page);
  const start = page.getByRole("button", { name: button });
  const consent = page.getByLabel(/I agree that the API/);
  if (await consent.isVisible()) await consent.check();
  await page.getByText("More settings").click();
  await page.getByLabel("Watch for (seconds)").fill("1");
  await start.click();
  await expect(page).toHaveURL(/\/pushes\/[a-z0-9]+$/);
  await expect(page.getByRole("main").getByText(status, { exact: true }).first()).toBeVisible();
}
