import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { OwnServer } from "./own-server";
import { editorStands, previewText } from "./steps";

const data = mkdtempSync(join(tmpdir(), "pullpath-early-"));
const server = new OwnServer(data);
let url = "";

const mirror = {
  name: "docker.io",
  note: "",
  endpoints: [{ url: "https://mirror.corp", note: "" }],
  rewrites: null,
  extras: [],
};
const host = { host: "mirror.corp", note: "", auth: null, tls: null, extras: [] };

test.beforeAll(async () => {
  await server.start();
  await server.setUp();
  const definition = { ...emptyDefinition, mirrors: [mirror], registryHosts: [host] };
  const { id } = await server.call<{ id: string }>("POST", apis.configurations(), {
    name: "all",
    definition,
  });
  url = server.url + pages.configuration(id);
});
test.afterAll(async () => {
  await server.kill();
  rmSync(data, { recursive: true, force: true });
});
test.beforeEach(({ page }) => server.letIn(page.context()));

/** Opens the editor with the code that comes after the page held back, and waits until the frame around it can act. */
async function openHeld(page: Page): Promise<() => void> {
  const html = await (await page.request.get(url)).text();
  const isLate = (path: string) => path.startsWith("/_next/static/chunks/") && !html.includes(path);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    if (isLate(new URL(route.request().url()).pathname)) await held;
    await route.continue();
  });
  const asked = page.waitForRequest((request) => isLate(new URL(request.url()).pathname));
  // A script that is asked for before the page has loaded keeps it from that, and this one is held.
  await page.goto(url, { waitUntil: "commit" });
  await asked;
  await expect(page.locator("[data-waits]")).toHaveCount(1);
  return release;
}

const endpoint = (page: Page) => page.locator('[name="definition.mirrors.0.endpoints.0.url"]');

test("what was typed before the editor came is an edit like any other", async ({ page }) => {
  const release = await openHeld(page);
  await expect(endpoint(page)).toHaveValue("https://mirror.corp");
  await endpoint(page).click();
  await page.keyboard.press("End");
  await page.keyboard.type("/early");
  release();
  await editorStands(page);
  await expect(endpoint(page)).toBeFocused();
  await expect.poll(() => previewText(page)).toContain('- "https://mirror.corp/early"');
  await expect(page.getByText("1 unsaved change")).toBeVisible();
  await page.keyboard.type("-later");
  await expect(endpoint(page)).toHaveValue("https://mirror.corp/early-later");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(endpoint(page)).toHaveValue("https://mirror.corp");
});

test("a button that was pressed before the editor came acts when it is there", async ({ page }) => {
  const release = await openHeld(page);
  const add = page.getByRole("button", { name: "Add mirror" });
  await add.click();
  await expect(add).toHaveAttribute("aria-busy", "true");
  release();
  await expect(page.locator('[name="definition.mirrors.1.name"]')).toBeFocused();
  await expect(page.locator('[name="definition.mirrors.2.name"]')).toHaveCount(0);
  await expect(add).not.toHaveAttribute("aria-busy", "true");
});

test("what was chosen before the editor came is chosen when it is there", async ({ page }) => {
  const release = await openHeld(page);
  await page.getByLabel("Login", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("radio", { name: "RKE2" }).check({ force: true });
  release();
  await editorStands(page);
  await expect(page.getByText("/etc/rancher/rke2/registries.yaml")).toBeVisible();
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
});

test("nothing moves and no field is drawn anew when the editor comes", async ({ page }) => {
  const release = await openHeld(page);
  const box = await endpoint(page).boundingBox();
  await endpoint(page).evaluate((field) => Object.assign(field, { wasThere: true }));
  release();
  await editorStands(page);
  expect(await endpoint(page).boundingBox()).toEqual(box);
  expect(await endpoint(page).evaluate((field) => "wasThere" in field)).toBe(true);
});
