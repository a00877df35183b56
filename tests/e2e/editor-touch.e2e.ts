import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CDPSession, expect, type Locator, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { OwnServer } from "./own-server";
import { editorStands } from "./steps";

const data = mkdtempSync(join(tmpdir(), "pullpath-touch-"));
const server = new OwnServer(data);
let id = "";

// Each asks for something, so that there are problems.
const urls = ["http://one.corp", "https://two.corp/path", "three.corp", "https://four.corp/path"];
const endpoints = urls.map((url) => ({ url, note: "" }));
const mirror = { name: "docker.io", note: "", endpoints, rewrites: null, extras: [] };

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
test.beforeAll(async () => {
  await server.start();
  await server.setUp();
  const body = { name: "phone", definition: { ...emptyDefinition, mirrors: [mirror] } };
  ({ id } = await server.call<{ id: string }>("POST", apis.configurations(), body));
});
test.afterAll(async () => {
  await server.kill();
  rmSync(data, { recursive: true, force: true });
});
test.beforeEach(async ({ page }) => {
  await server.letIn(page.context());
  await page.goto(server.url + pages.configuration(id));
  await editorStands(page);
  await page.waitForLoadState("networkidle");
});

const fields = (page: Page) => page.locator('input[name^="definition.mirrors.0.endpoints."]');
const order = (page: Page) =>
  fields(page).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
const row = (page: Page, at: number) => page.locator(`li[data-path="mirrors/0/endpoints/${at}"]`);
const handle = (page: Page, at: number) => row(page, at).locator("[data-drag-handle]");

async function middleOf(locator: Locator) {
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
}

type Point = { x: number; y: number };
/** A finger, as the screen of a phone reports it. */
async function finger(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd" | "touchCancel", touchPoints: Point[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return {
    down: (at: Point) => send("touchStart", [at]),
    move: async (from: Point, to: Point) => {
      const steps = 12;
      for (let step = 1; step <= steps; step++) {
        const part = step / steps;
        await send("touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
      }
    },
    up: () => send("touchEnd", []),
    cancel: () => send("touchCancel", []),
  };
}

test("a finger changes between fields and file, and sees one of them at a time", async ({ page }) => {
  const file = page.getByRole("region", { name: "File", exact: true });
  await expect(fields(page).first()).toBeVisible();
  await expect(file).toBeHidden();
  await page.locator("label", { hasText: "File" }).tap();
  await expect(page.locator(".cm-content")).toContainText("four.corp");
  await expect(fields(page).first()).toBeHidden();
  await page.locator("label", { hasText: "Form" }).tap();
  await expect(fields(page).first()).toBeVisible();
});

test("endpoints move by their buttons", async ({ page }) => {
  const [one = "", two = "", ...others] = urls;
  await page.getByRole("button", { name: `Move ${one} down` }).tap();
  expect(await order(page)).toEqual([two, one, ...others]);
  await page.getByRole("button", { name: `Move ${one} up` }).tap();
  expect(await order(page)).toEqual(urls);
});

test("a long press lifts an endpoint, which goes where the finger lets it go", async ({ page }) => {
  const touch = await finger(page);
  const [one = "", two = "", three = "", four = ""] = urls;
  await row(page, 0).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const from = await middleOf(handle(page, 0));
  const to = await row(page, 1).boundingBox();
  await touch.down(from);
  await expect(row(page, 0)).toHaveClass(/opacity-50/);
  await touch.move(from, { x: from.x, y: (to?.y ?? 0) + (to?.height ?? 0) * 0.75 });
  await touch.up();
  await expect.poll(() => order(page)).toEqual([two, one, three, four]);
  await expect(row(page, 1)).not.toHaveClass(/opacity-50/);
  await expect(page.getByText("1 unsaved change")).toBeVisible();
});

test("a row that is lifted scrolls the page on at its edge, and nothing moves when it is let go of beside", async ({
  page,
}) => {
  const touch = await finger(page);
  const [one = "", ...others] = urls;
  await row(page, 0).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const from = await middleOf(handle(page, 0));
  await touch.down(from);
  await expect(row(page, 0)).toHaveClass(/opacity-50/);
  await touch.move(from, { x: from.x, y: 830 });
  await expect(row(page, 3)).toBeInViewport({ ratio: 1 });
  const last = await middleOf(row(page, 3));
  await touch.move({ x: from.x, y: 830 }, { x: from.x, y: Math.min(last.y + 20, 760) });
  await touch.up();
  await expect.poll(() => order(page)).toEqual([...others, one]);

  await row(page, 2).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const again = await middleOf(handle(page, 2));
  await touch.down(again);
  await expect(row(page, 2)).toHaveClass(/opacity-50/);
  await touch.cancel();
  await expect(row(page, 2)).not.toHaveClass(/opacity-50/);
  expect(await order(page)).toEqual([...others, one]);
});

test("a finger that moves at once scrolls, wherever it begins", async ({ page }) => {
  const touch = await finger(page);
  await row(page, 0).evaluate((element) => element.scrollIntoView({ block: "center" }));
  const start = await page.evaluate(() => window.scrollY);
  const from = await middleOf(handle(page, 0));
  await touch.down(from);
  await touch.move(from, { x: from.x, y: from.y - 300 });
  await touch.up();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(start + 100);
  expect(await order(page)).toEqual(urls);
});

for (const locale of ["en", "zh-CN"])
  test(`problems that are open leave most of the screen to the fields, in ${locale}`, async ({ page }) => {
    const look = [
      { name: "locale", value: locale },
      { name: "theme", value: "dark" },
    ];
    await page.context().addCookies(look.map((cookie) => ({ ...cookie, url: server.url })));
    await page.reload();
    const problems = page.locator("section:has(> header > h2 > button[aria-expanded])");
    await problems.locator("h2 button").tap();
    await expect(problems.locator("li").first()).toBeVisible();
    const bar = await problems.locator("..").evaluate((element) => element.getBoundingClientRect().height);
    expect(bar).toBeLessThanOrEqual(0.4 * 844);
    const list = await problems.locator("ol").locator("..").boundingBox();
    expect(list?.height).toBeGreaterThan(100);
    await problems.locator("li").last().scrollIntoViewIfNeeded();
    await expect(problems.locator("li").last()).toBeInViewport();
  });
