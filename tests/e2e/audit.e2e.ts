import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { findViolations } from "./looks";
import { OwnServer } from "./own-server";

let server: OwnServer;
let data = "";

test.beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "pullpath-audit-"));
  server = new OwnServer(data);
  await server.start();
  await server.setUp();
});
test.afterAll(async () => {
  await server.kill();
  await rm(data, { recursive: true, force: true });
});

test("what somebody does is in the log, which is filtered by its address and verified", async ({
  page,
  context,
}) => {
  await server.letIn(context);
  for (const name of ["edge", "core"])
    await server.call("POST", apis.groups(), { name, note: "", configurationId: null, nodeIds: [] });

  await page.goto(server.url + pages.nodes());
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Audit" })).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Created group edge" });
  await expect(row.getByRole("cell", { name: "mei" })).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "Set up Pullpath" })).toBeVisible();

  await page.getByLabel("Name or id of what it was done to").fill("edge");
  await page.getByLabel("Kind of action").selectOption({ label: "Groups" });
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(server.url + pages.audit({ action: "groups", target: "edge" }));
  await expect(page.getByRole("rowheader")).toHaveText(["Created group edge"]);
  await page.reload();
  await expect(page.getByRole("rowheader")).toHaveText(["Created group edge"]);
  await row.getByText("Show").click();
  await expect(row.getByText("nodes", { exact: true })).toBeVisible();

  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  expect((await waiting).suggestedFilename()).toMatch(/^pullpath-audit-.*\.csv$/);

  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByText(/^The log is whole: \d+ events are as written$/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await row.getByRole("link", { name: "edge" }).click();
  await expect(page).toHaveURL(/\/groups\//);
  await page.goto(server.url + pages.audit("nobody"));
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
  await server.letIn(context);
  await context.addCookies([
    { name: "locale", value: "zh-CN", url: server.url },
    { name: "theme", value: "dark", url: server.url },
  ]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(server.url + pages.audit());
  await expect(page.locator('html[lang="zh-CN"]')).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("rowheader", { name: "完成了 Pullpath 的初始设置" })).toBeVisible();
  const details = page.getByRole("cell").filter({ hasText: "展开" }).first();
  await details.getByText("展开").click();
  const cut = (await details.boundingBox())?.width ?? 0;
  expect((await details.locator("details").boundingBox())?.width).toBeGreaterThan(cut * 0.95);
  await page.getByRole("button", { name: "校验" }).click();
  await expect(page.getByText(/^日志完整：/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
});
