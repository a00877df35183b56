import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { define, host, mirror } from "@/tests/support/definitions";
import { OwnServer } from "./own-server";

const data = mkdtempSync(join(tmpdir(), "pullpath-long-"));
const server = new OwnServer(data);
const count = 1000;
const last = count - 1;
/** Of them all this one alone cannot be read by containerd. */
const wrong = "harbor.corp:port";

const places = Array.from({ length: count }, (_, at) => at);
const definition = define({
  mirrors: places.map((at) => mirror(`r${at}.corp`, at === last ? wrong : `https://h${at}.corp`)),
  registryHosts: places.map((at) => host(`h${at}.corp`, null)),
});

test.beforeAll(async () => {
  await server.start();
  await server.setUp();
});
test.afterAll(async () => {
  await server.kill();
  rmSync(data, { recursive: true, force: true });
});
test.beforeEach(async ({ page }) => {
  await server.letIn(page.context());
  await page.setViewportSize({ width: 1440, height: 900 });
  const body = { name: `all-${crypto.randomUUID()}`, definition };
  const { id } = await server.call<{ id: string }>("POST", apis.configurations(), body);
  await page.goto(server.url + pages.configuration(id));
  await page.getByRole("textbox", { name: "registries.yaml, can be edited" }).waitFor();
});

const url = (page: Page, at: number) => page.locator(`[name="definition.mirrors.${at}.endpoints.0.url"]`);
const card = (page: Page, part: string) => page.locator(`li[data-path="${part}"]`);
const toggle = (page: Page, part: string) => card(page, part).locator("[data-control=toggle]");
const elements = (page: Page) => page.locator("*").count();
const topOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().top);

/** More than a screenful of closed cards, and the page around them; all cards are 25 times as much. */
const most = 4000;

test("of a thousand mirrors those near sight are on the page, wherever a person scrolls", async ({
  page,
}) => {
  expect(await elements(page)).toBeLessThan(most);
  await expect(card(page, "mirrors/500")).toHaveCount(0);
  await toggle(page, "mirrors/3").click();
  await url(page, 3).fill("https://kept.corp");
  const list = page.locator("section[aria-labelledby=mirrors-heading] > ol");
  await list.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    window.scrollBy(0, top + height / 2);
  });
  await expect(card(page, "mirrors/500")).toBeAttached();
  await expect(card(page, "mirrors/500")).toHaveAttribute("aria-posinset", "501");
  await expect(card(page, "mirrors/500")).toHaveAttribute("aria-setsize", String(count));
  await expect(card(page, "mirrors/20")).toHaveCount(0);
  expect(await elements(page)).toBeLessThan(most);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(card(page, `registryHosts/${last}`)).toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect(toggle(page, "mirrors/3")).toHaveAttribute("aria-expanded", "true");
  await expect(url(page, 3)).toHaveValue("https://kept.corp");
});

test("a problem of the last mirror is gone to, mended, and brought back by a step", async ({ page }) => {
  await page.getByRole("button", { name: /^\d+ errors?$/ }).click();
  const problems = page.getByRole("region", { name: "Problems" });
  await problems
    .getByRole("button", { name: /^Show line/ })
    .first()
    .click();
  await expect(url(page, last)).toBeFocused();
  await expect(url(page, last)).toBeInViewport();
  await url(page, last).fill("https://mended.corp");
  await expect(page.getByText("1 unsaved change")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(url(page, last)).toHaveValue(wrong);
  await expect(page.getByText("No unsaved changes")).toBeVisible();
  expect(await elements(page)).toBeLessThan(most);
});

test("keys move a card and the focus on, beyond what was drawn", async ({ page }) => {
  await toggle(page, "mirrors/2").focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(toggle(page, "mirrors/3")).toBeFocused();
  await expect(toggle(page, "mirrors/3")).toContainText("r2.corp");
  // The focus stays where it is while somebody looks elsewhere, and goes on from there.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await expect(card(page, `registryHosts/${last}`)).toBeInViewport();
  for (let key = 0; key < 4; key++) await page.keyboard.press("Tab");
  await expect(toggle(page, "mirrors/4")).toBeFocused();
  await expect(toggle(page, "mirrors/4")).toBeInViewport();
  await card(page, "mirrors/4").locator("[data-control=remove]").click();
  await expect(toggle(page, "mirrors/4")).toBeFocused();
  await expect(toggle(page, "mirrors/4")).toContainText("r5.corp");
  await page.getByRole("button", { name: "Add mirror" }).click();
  await expect(page.locator(`[name="definition.mirrors.${last}.name"]`)).toBeFocused();
});

test("the caret of the file brings its card, and rows stay in place when one opens", async ({ page }) => {
  await page.locator(".cm-scroller").evaluate((element) => {
    element.scrollTop = element.scrollHeight / 4;
  });
  await page.locator(".cm-line", { hasText: "https://" }).last().click();
  const current = page.locator('li[data-path][aria-current="true"]');
  await expect(current).toBeInViewport();
  const part = (await current.getAttribute("data-path")) ?? "";
  const at = Number(part.split("/")[1]);
  // Those around it are drawn once it is in sight.
  await expect(card(page, `mirrors/${at + 9}`)).toBeAttached();
  await toggle(page, part).focus();
  const before = await topOf(card(page, part));
  await page.keyboard.press("Enter");
  await expect(url(page, at)).toBeVisible();
  expect(Math.abs((await topOf(card(page, part))) - before)).toBeLessThan(2);
});
