import { expect, type Page, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { findViolations } from "./looks";
import { ownFleet } from "./own-fleet";
import { saveNext } from "./start-push";

const unlucky = "unlucky.example.com";
const own = ownFleet(
  ["edge-1", "edge-2", "edge-3"].map((name) => ({ name, role: "agent" })),
  `https://${unlucky}`,
);

const main = (page: Page) => page.getByRole("main");
const ended = (page: Page, status: string) =>
  expect(main(page).getByText(status, { exact: true }).first()).toBeVisible();

/** Starts a push to all, by the given strategy. */
async function start(page: Page, strategy: RegExp) {
  await own.server.letIn(page.context());
  await page.goto(own.server.url + pages.newPush(own.made.groupId));
  await page.getByText("More settings").click();
  await page.getByLabel("Watch for (seconds)").fill("0");
  await page.getByRole("radio", { name: strategy }).check();
  const overwrite = page.getByRole("checkbox", { name: /^I have looked at the changes/ });
  if (await overwrite.isVisible()) await overwrite.check();
  await page.getByRole("button", { name: "Push r1 to 3 nodes" }).click();
  await expect(page).toHaveURL(/\/pushes\/[a-z0-9]+$/);
}

test("a first node that fails leaves the others untouched, and is retried alone", async ({ page }) => {
  for (const node of own.fleet.nodes) await node.setFault("restart-fails", true, unlucky);
  await start(page, /^Careful/);
  await ended(page, "Failed");
  await expect(main(page).getByText("The first node, edge-1, failed and was rolled back")).toBeVisible();
  await expect(main(page).getByText("No node holds r1, 1 rolled back, 2 not touched.")).toBeVisible();
  await expect(page).toHaveTitle(/^Failed · Push #1 · Pullpath$/);
  const card = main(page).getByRole("region", { name: "The service on edge-1 could not be restarted" });
  await expect(card.getByText("put the old file back")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  for (const node of own.fleet.nodes) expect(await node.exists(node.registriesPath)).toBe(false);
  await own.fleet.get("edge-1").setFault("restart-fails", false);
  await main(page).getByRole("button", { name: "Retry edge-1" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Push #2/ })).toBeVisible();
  await ended(page, "Succeeded");
  expect(await own.fleet.get("edge-1").read("/etc/rancher/k3s/registries.yaml")).toContain(unlucky);
  expect(await own.fleet.get("edge-2").exists("/etc/rancher/k3s/registries.yaml")).toBe(false);
});

test("who goes on past failures types the name of the group, and only the rest is pushed", async ({
  page,
}) => {
  await start(page, /^One at a time/);
  await ended(page, "Failed");
  await expect(main(page).getByText("Stopped after 1 failure", { exact: true })).toBeVisible();
  await expect(main(page).getByText("1 node holds r1, 1 rolled back, 1 not touched.")).toBeVisible();
  await own.fleet.get("edge-3").setFault("restart-fails", false);
  await main(page).getByRole("button", { name: "Go on with 1 node…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Push r1 to 1 node" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByRole("textbox").fill("all");
  await dialog.getByRole("button", { name: "Push r1 to 1 node" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Push #4/ })).toBeVisible();
  await ended(page, "Succeeded");
  await expect(page.getByRole("list", { name: "Nodes of this push" }).locator("> li")).toHaveCount(1);
  expect(await own.fleet.get("edge-3").read("/etc/rancher/k3s/registries.yaml")).toContain(unlucky);
});

test("a push that is stopped says what is true, and is resumed as a new one", async ({ page }) => {
  for (const node of own.fleet.nodes) {
    await node.setFault("restart-fails", false);
    await node.remove(node.registriesPath);
    await node.setFault("restart-slow", 6);
  }
  await start(page, /^One at a time/);
  await expect(page.locator('[aria-current="step"]').first()).toHaveText("Restart");
  await page.getByRole("button", { name: "Stop…" }).click();
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByText("edge-1 is at work and will finish.")).toBeVisible();
  await expect(dialog.getByText("2 nodes will not be touched.")).toBeVisible();
  await dialog.getByRole("button", { name: "Stop push" }).click();
  await ended(page, "Stopped");
  await expect(main(page).getByText("Stopped by a person")).toBeVisible();
  await expect(main(page).getByText("1 node holds r1, 2 not touched.")).toBeVisible();
  for (const name of ["edge-2", "edge-3"])
    expect(await own.fleet.get(name).exists("/etc/rancher/k3s/registries.yaml")).toBe(false);
  for (const node of own.fleet.nodes) await node.setFault("restart-slow", false);
  await main(page).getByRole("button", { name: "Go on with 2 nodes…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Push r1 to 2 nodes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Push #6/ })).toBeVisible();
  await ended(page, "Succeeded");
});

test("a newer revision and a missing file are told alike wherever one looks", async ({ page }) => {
  await own.server.letIn(page.context());
  const { configurationId, groupId } = own.made;
  await saveNext(own.server, configurationId, { baseNumber: 1, url: "https://next.example.com" });
  for (const path of [pages.overview(), pages.group(groupId)]) {
    await page.goto(own.server.url + path);
    const waiting = main(page).getByRole("link", { name: "r2 saved, nodes were pushed r1" });
    await expect(waiting).toHaveAttribute("href", pages.newPush(groupId));
    expect(await findViolations(page)).toEqual([]);
  }
  const machine = own.fleet.get("edge-1");
  await machine.remove(machine.registriesPath);
  await page.goto(own.server.url + pages.drift());
  await page.getByRole("button", { name: "Check 3 nodes now" }).click();
  await expect(main(page).getByText("File missing").first()).toBeVisible();
  await page.goto(own.server.url + pages.nodes());
  const row = page.getByRole("table", { name: "All nodes" }).getByRole("row").filter({ hasText: "edge-1" });
  await expect(row.getByRole("link", { name: "File missing" })).toBeVisible();
  await row.getByRole("link", { name: "edge-1" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "edge-1" })).toBeVisible();
  await expect(main(page).getByRole("link", { name: "File missing" })).toHaveCount(2);
  expect(await findViolations(page)).toEqual([]);
  await page.goto(own.server.url + pages.audit());
  await expect(page.getByRole("rowheader", { name: "Checked 3 nodes for drift" })).toHaveCount(1);
});
