import { expect, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { findViolations } from "./looks";
import { ownFleet } from "./own-fleet";

const own = ownFleet([{ name: "edge-1", role: "agent" }], "https://mirror.example.com");

test("a push whose node waits to be confirmed is asked for, told ahead and confirmed by itself", async ({
  page,
  context,
}) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.newPush(own.made.groupId));
  const told = page.getByText("Each node goes back unless Pullpath confirms it within 7 min");
  const choice = page.getByRole("checkbox", { name: "Go back unless Pullpath confirms" });
  await choice.check();
  const minutes = page.getByLabel("Wait for (minutes)");
  await expect(minutes).toHaveValue("5");
  await minutes.fill("7");
  await expect(told).toBeVisible();
  await page.getByRole("checkbox", { name: "Write the file only, restart nothing" }).check();
  await expect(choice).toHaveCount(0);
  await expect(told).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Write the file only, restart nothing" }).uncheck();
  await expect(minutes).toHaveValue("7");
  await page.getByText("More settings").click();
  await page.getByLabel("Watch for (seconds)").fill("0");
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Push r1 to 1 node" }).click();
  await expect(told).toBeVisible();
  await expect(page.getByText("Confirmed: what is there stays")).toBeVisible();
  await page.getByRole("button", { name: "Evidence" }).click();
  await expect(page.getByText("Confirmed by Pullpath")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});
