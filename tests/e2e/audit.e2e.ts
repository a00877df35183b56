import { expect, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { dress, expectFits, findViolations, inChinese } from "./looks";
import { ownServer } from "./own-fleet";

const own = ownServer();

test("what somebody does is in the log, which is filtered by its address and verified", async ({
  page,
  context,
}) => {
  await own.server.letIn(context);
  for (const name of ["edge", "core"])
    await own.server.call("POST", apis.groups(), { name, note: "", configurationId: null, nodeIds: [] });

  await page.goto(own.server.url + pages.nodes());
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Created group edge" });
  await expect(row.getByRole("cell", { name: "mei" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Set up Pullpath" })).toBeVisible();

  await page.getByLabel("Name or id of what it was done to").fill("edge");
  await page.getByLabel("Kind of action").selectOption({ label: "Groups" });
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(own.server.url + pages.audit({ action: "groups", target: "edge" }));
  await expect(page.getByRole("rowheader")).toHaveText(["Created group edge"]);
  await page.reload();
  await expect(page.getByRole("rowheader")).toHaveText(["Created group edge"]);
  await row.getByText("Details", { exact: true }).click();
  await expect(row.getByText("nodes", { exact: true })).toBeVisible();

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^pullpath-audit-.*\.csv$/);

  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText(/^The log is whole: \d+ events are as written$/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await row.getByRole("link", { name: "edge" }).click();
  await expect(page).toHaveURL(/\/groups\//);
  await page.goto(own.server.url + pages.audit("nobody"));
  await expect(page.getByRole("heading", { name: "No events match" })).toBeVisible();
  await page.getByLabel("From (UTC)").fill("2026-11-30");
  await page.getByLabel("To (UTC)").fill("2026-11-01");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page.getByLabel("To (UTC)")).toHaveAccessibleDescription(/^The first day is later/);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page.getByRole("link", { name: "Clear filters" })).toHaveCount(0);
  await expect(page.getByRole("rowheader").first()).toHaveText("Exported the audit log");
});

test("it reads in Chinese, in the dark and on a phone", async ({ page, context }) => {
  await own.server.letIn(context);
  await dress(page, own.server, inChinese);
  await page.goto(own.server.url + pages.audit());
  await expect(page.locator('html[lang="zh-CN"]')).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("rowheader", { name: "完成了 Pullpath 的初始设置" })).toBeVisible();
  const details = page.getByRole("cell").filter({ hasText: "详情" }).first();
  await details.getByText("详情", { exact: true }).click();
  const cut = (await details.boundingBox())?.width ?? 0;
  expect((await details.locator("details").boundingBox())?.width).toBeGreaterThan(cut * 0.95);
  await page.getByRole("button", { name: "校验" }).click();
  await expect(page.getByText(/^日志完整：/)).toBeVisible();
  await expectFits(page, "audit");
});
