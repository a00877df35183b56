import { expect, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { findViolations } from "./looks";
import { ownFleet } from "./own-fleet";

const own = ownFleet(
  ["edge-1", "edge-2"].map((name) => ({ name, role: "agent" })),
  "https://mirror.example.com",
);

test("a dry run is offered beside the push, marked everywhere, and leads to the push", async ({
  page,
  context,
}) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.newPush(own.made.groupId));
  await page.getByRole("button", { name: "Dry run" }).click();
  await expect(page.getByText("Dry run: nothing was changed")).toBeVisible();
  await expect(page.getByText("Would be written and restarted")).toHaveCount(2);
  await expect(page.getByRole("button", { name: /^Retry/ })).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);
  expect(await own.fleet.get("edge-1").exists("/var/lib/pullpath")).toBe(false);
  await page.goto(own.server.url + pages.pushes());
  await expect(page.getByRole("row", { name: /Push #1/ })).toContainText("Dry run");
  await page.getByRole("link", { name: "Push #1" }).click();
  await page.getByRole("link", { name: "Push for real…" }).click();
  await expect(page.getByRole("button", { name: "Push r1 to 2 nodes" })).toBeVisible();
});

test("a test pull asks for an image, and its failure leads to the simulator", async ({ page, context }) => {
  for (const node of own.fleet.nodes) await node.setFault("pull-fails", "answers 401", "mirror.example.com");
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.newPush(own.made.groupId));
  await page.getByRole("radio", { name: /^Test pull/ }).check();
  await page.getByRole("button", { name: "Push r1 to 2 nodes" }).click();
  await expect(page.getByText("Name an image for the test pull, or verify less.")).toBeVisible();
  const image = page.getByLabel("Image to pull");
  await expect(image).toBeFocused();
  await image.fill("UPPER");
  await expect(page.getByText("containerd cannot read this as the name of an image.")).toBeVisible();
  await image.fill("busybox:1.37");
  await page.getByText("More settings").click();
  await page.getByLabel("Watch for (seconds)").fill("0");
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Push r1 to 2 nodes" }).click();
  await expect(page.getByText("edge-1 could not pull the test image").first()).toBeVisible();
  await expect(page.getByText("answers 401").first()).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("link", { name: "Open in the simulator" }).click();
  await expect(page).toHaveURL(/image=docker\.io%2Flibrary%2Fbusybox%3A1\.37/);
  await expect(page.getByText("https://mirror.example.com").first()).toBeVisible();
});
