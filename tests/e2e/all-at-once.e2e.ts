import { expect, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { findViolations } from "./looks";
import { ownFleet } from "./own-fleet";

const own = ownFleet([{ name: "edge-1", role: "agent" }, { name: "main-1" }], "https://mirror.example.com");

test("all at once takes no server and asks for the name of the group", async ({ page, context }) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.newPush(own.made.groupId));
  await page.getByRole("radio", { name: /^All at once/ }).check();
  await page.getByRole("button", { name: "Push r1 to 2 nodes" }).click();
  await expect(page.getByText("All at once is for agents only. Leave the servers out")).toBeVisible();
  await expect(page.getByText("main-1 is a server or may be one.")).toBeVisible();
  const leaveOut = page.getByRole("button", { name: "Leave it out" });
  await expect(leaveOut).toBeFocused();
  expect(await findViolations(page)).toEqual([]);
  await leaveOut.click();
  const name = page.getByLabel("Name of the group", { exact: true });
  await expect(name).toBeFocused();
  await page.getByRole("checkbox", { name: "Include main-1" }).check();
  await expect(leaveOut).toBeVisible();
  await page.getByRole("checkbox", { name: "Include main-1" }).uncheck();
  await name.fill("al");
  await page.getByRole("button", { name: "Push r1 to 1 node" }).click();
  await expect(page.getByText("Type the name of the group under All at once")).toBeVisible();
  await expect(name).toBeFocused();
  expect(await findViolations(page)).toEqual([]);
  await name.fill("all");
  await page.getByRole("button", { name: "Push r1 to 1 node" }).click();
  await expect(page).toHaveURL(/\/pushes\/(?!new)/);
  await expect(page.getByText("Succeeded").first()).toBeVisible();
  expect(await own.fleet.get("main-1").exists("/etc/rancher/k3s/registries.yaml")).toBe(false);
});
