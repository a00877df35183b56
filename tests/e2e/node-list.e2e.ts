import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { OwnServer } from "./own-server";

const data = mkdtempSync(join(tmpdir(), "pullpath-list-"));
const server = new OwnServer(data);
const many = 1000;
/** Milliseconds from the page's HTML until its rows can be used; told, as times are of the machine. */
const wanted = 500;

test.beforeAll(async () => {
  await server.start();
  await server.setUp();
  const login = { kind: "password", name: "root", username: "root", password: "hush" };
  const { id: sshCredentialId } = await server.call<{ id: string }>("POST", apis.sshCredentials(), login);
  for (let from = 0; from < many; from += 250) {
    const nodes = Array.from({ length: 250 }, (_node, at) => ({
      name: `edge-${from + at + 1}`,
      host: `10.0.${from / 250}.${at + 1}`,
      port: 22,
      username: "root",
      group: null,
    }));
    await server.call("POST", apis.importNodes(), { nodes, sshCredentialId });
  }
});
test.afterAll(async () => {
  await server.kill();
  rmSync(data, { recursive: true, force: true });
});
test.beforeEach(async ({ page }) => {
  await server.letIn(page.context());
  await page.setViewportSize({ width: 1280, height: 800 });
});

const rows = (page: Page) => page.getByRole("main").getByRole("row");
const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

test("a thousand nodes can be used at once, and are all there soon after", async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { usable: 0, whole: 0, longest: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ type: "longtask", buffered: true });
    const look = () => {
      const row = document.querySelector("main tbody tr");
      // React marks the elements it has taken over.
      const isAlive = row !== null && Object.keys(row).some((key) => key.startsWith("__reactProps"));
      if (isAlive && seen.usable === 0) seen.usable = performance.now();
      if (document.querySelectorAll("main tbody tr").length >= 1000) seen.whole = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(server.url + pages.nodes());
  await page.waitForFunction(() => (window as unknown as { seen: { whole: number } }).seen.whole > 0);
  const seen = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const { usable, whole, longest } = (
      window as unknown as { seen: Record<"usable" | "whole" | "longest", number> }
    ).seen;
    const html = navigation?.responseEnd ?? 0;
    return { html, usable: usable - html, whole: whole - html, longest };
  });
  const told = Object.entries(seen).map(([name, time]) => `${name} ${Math.round(time)}`);
  console.log(`A list of ${many} nodes, ms: ${told.join(", ")}; usable at most ${wanted} after the HTML`);
  const filter = page.getByRole("searchbox", { name: "Filter" });
  await filter.fill("edge-777");
  await expect(rows(page)).toHaveCount(2);
  await filter.fill("");
  await expect(rows(page)).toHaveCount(many + 1);
});

test("filter and order stand in the address, and Back brings them and the place in the list", async ({
  page,
}) => {
  await page.goto(server.url + pages.nodes());
  await page.getByRole("button", { name: "Name" }).click();
  await expect(page).toHaveURL(/sort=-name/);
  await expect(rows(page).nth(1)).toContainText("edge-1000");
  await page.getByRole("searchbox", { name: "Filter" }).fill("edge-9");
  await expect(page).toHaveURL(/q=edge-9/);
  await expect(rows(page)).toHaveCount(112);
  const far = page.getByRole("link", { name: "edge-905", exact: true });
  await far.scrollIntoViewIfNeeded();
  const place = await scrolled(page);
  expect(place).toBeGreaterThan(1000);
  const address = page.url();
  await far.click();
  await expect(page.getByRole("heading", { name: "edge-905", level: 1 })).toBeVisible();
  await page.goBack();
  expect(page.url()).toBe(address);
  await expect(rows(page)).toHaveCount(112);
  await expect.poll(() => scrolled(page)).toBe(place);
  await expect(rows(page).nth(1)).toContainText("edge-999");

  // The whole list, too, of which the first page draws only a part at once.
  await page.goto(server.url + pages.nodes());
  // How fast that is the test above tells; here it only has to come.
  await expect(rows(page)).toHaveCount(many + 1);
  const last = page.getByRole("link", { name: "edge-990", exact: true });
  await last.scrollIntoViewIfNeeded();
  const below = await scrolled(page);
  await last.click();
  await expect(page.getByRole("heading", { name: "edge-990", level: 1 })).toBeVisible();
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(below);
  await expect(last).toBeInViewport();
});
