import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { OwnServer } from "./own-server";

let data: string;
let server: OwnServer;
test.beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "pullpath-popups-"));
  server = new OwnServer(data);
  await server.start();
});
test.afterAll(async () => {
  await server.kill();
  rmSync(data, { recursive: true, force: true });
});

type Answer = "wait" | "fail" | "come";

/** Opens the page, and decides from then on what becomes of the scripts that it did not name itself. */
async function openHolding(page: Page, first: Answer): Promise<(next: Answer) => void> {
  const html = await (await page.request.get(server.url + pages.setup())).text();
  let answer = first;
  let release = () => undefined as unknown;
  let waiting = new Promise((resolve) => {
    release = () => resolve(null);
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    const isNamed = html.includes(new URL(route.request().url()).pathname);
    if (!isNamed && answer === "wait") await waiting;
    if (!isNamed && answer === "fail") await route.abort();
    else await route.continue();
  });
  await page.goto(server.url + pages.setup());
  await expect(page.getByRole("button", { name: "Theme" })).toHaveAttribute("aria-haspopup", "menu");
  return (next) => {
    answer = next;
    release();
    waiting = Promise.resolve();
  };
}

test("a menu that was pressed before its code is there opens when it comes", async ({ page }) => {
  const answer = await openHolding(page, "wait");
  const button = page.getByRole("button", { name: "Theme" });
  await expect(async () => {
    await button.press("Enter");
    await expect(button).toHaveAttribute("aria-busy", "true", { timeout: 500 });
  }).toPass();
  await expect(page.getByRole("menu")).toHaveCount(0);
  answer("come");
  await expect(page.getByRole("menu")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(button).toBeFocused();
});

test("a menu that cannot be fetched says so, and is asked for again", async ({ page }) => {
  const answer = await openHolding(page, "fail");
  const button = page.getByRole("button", { name: "Theme" });
  await expect(async () => {
    await button.press("Enter");
    await expect(page.getByText("This part of the page could not be loaded.")).toBeVisible({ timeout: 500 });
  }).toPass();
  answer("come");
  await button.press("Enter");
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("a form is checked by the server where its own checks cannot be fetched", async ({ page }) => {
  await openHolding(page, "fail");
  await page.getByLabel("Setup token").fill("wrong");
  await page.getByLabel("User name of the administrator").fill("x");
  const create = page.getByRole("button", { name: "Create administrator" });
  await expect(async () => {
    await create.click();
    await expect(page.getByLabel("User name of the administrator")).toHaveAttribute("aria-invalid", "true", {
      timeout: 1000,
    });
  }).toPass();
  await expect(page.getByLabel("User name of the administrator")).toBeFocused();
});

/** Holds every script of the page back until it is let go. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.url + pages.setup(), { waitUntil: "commit" });
  await page.waitForFunction(() => "repeatEarlyPress" in window);
  return release;
}

test("what was pressed before the scripts came is repeated", async ({ page }) => {
  const release = await holdScripts(page);
  const button = page.getByRole("button", { name: "Theme" });
  await button.click();
  await expect(button).toHaveAttribute("aria-busy", "true");
  release();
  await expect(page.getByRole("menu")).toBeVisible();
  await expect(button).not.toHaveAttribute("aria-busy", "true");
});

test("a form that was sent before the scripts came is sent when they are there", async ({ page }) => {
  const release = await holdScripts(page);
  await page.getByLabel("Setup token").fill("wrong");
  await page.getByLabel("User name of the administrator").fill("mei");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await page.getByLabel("Password", { exact: true }).press("Enter");
  release();
  expect((await sent).url()).toContain("/api/v1/setup");
  await expect(page.getByLabel("User name of the administrator")).toHaveValue("mei");
  await expect(page.getByRole("alert").filter({ hasText: "token" })).toBeVisible();
});

test("what was typed before the scripts came stays", async ({ page }) => {
  const release = await holdScripts(page);
  const token = page.getByLabel("Setup token");
  const name = page.getByLabel("User name of the administrator");
  await token.fill("typed-early");
  await name.fill("mei");
  release();
  await page.waitForLoadState("networkidle");
  await page.getByLabel("Password", { exact: true }).pressSequentially("abc");
  await expect(token).toHaveValue("typed-early");
  await expect(name).toHaveValue("mei");
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(name).not.toHaveAttribute("aria-invalid", "true");
});

test("a tooltip shows for the pointer and for the keyboard, and goes with Escape", async ({ page }) => {
  await openHolding(page, "come");
  const tip = page.locator("[data-tip-popup]");
  await page.getByRole("button", { name: "Language" }).hover();
  await expect(tip).toHaveText("Language");
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.mouse.move(400, 400);
  await expect(tip).toHaveCount(0);
  await page.getByRole("button", { name: "Language" }).focus();
  await page.keyboard.press("Tab");
  await expect(tip).toHaveText("Theme");
  await page.keyboard.press("Escape");
  await expect(tip).toHaveCount(0);
});
