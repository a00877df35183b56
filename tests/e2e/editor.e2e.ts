import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { OwnServer } from "./own-server";
import { previewText } from "./steps";

const mirrors = ["docker.io", "quay.io"].map((name) => ({
  name,
  note: "",
  endpoints: [{ url: `https://mirror.corp/${name}`, note: "" }],
  rewrites: null,
  extras: [],
}));

const endpoint = (page: Page, mirror: number) =>
  page.locator(`[name="definition.mirrors.${mirror}.endpoints.0.url"]`);

/** Puts the caret before the last character of a line of the file. */
async function enterLine(page: Page, text: string): Promise<void> {
  await page.locator(".cm-line", { hasText: text }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
}

async function typeBothWays(page: Page): Promise<void> {
  const start = await previewText(page);
  await endpoint(page, 0).fill("https://form.corp");
  await expect.poll(() => previewText(page)).toContain('- "https://form.corp"');
  await enterLine(page, "mirror.corp/quay.io");
  await page.keyboard.type("/typed");
  await expect(endpoint(page, 1)).toHaveValue("https://mirror.corp/quay.io/typed");
  await expect(page.locator(".cm-content")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(endpoint(page, 1)).toHaveValue("https://mirror.corp/quay.io");
  await page.keyboard.press("Control+z");
  await expect(endpoint(page, 0)).toHaveValue("https://mirror.corp/docker.io");
  await expect.poll(() => previewText(page)).toBe(start);
}

async function breakAndMend(page: Page): Promise<void> {
  await enterLine(page, "mirror.corp/quay.io");
  await page.keyboard.press("Delete");
  await expect(page.getByText(/YAML has an error on line \d+, so fields are paused/)).toBeVisible();
  await expect(endpoint(page, 0)).toBeDisabled();
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText("Not saved: the file cannot be read")).toBeVisible();
  await page
    .getByRole("button", { name: /^Go to line/ })
    .first()
    .click();
  await expect(page.locator(".cm-content")).toBeFocused();
  await enterLine(page, "mirror.corp/quay.io");
  await page.keyboard.press("End");
  await page.keyboard.type('/mended"');
  await expect(endpoint(page, 1)).toHaveValue("https://mirror.corp/quay.io/mended");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved as r2")).toBeVisible();
}

test("the fields and the file follow each other, and one history goes back through both", async ({
  page,
}) => {
  const data = mkdtempSync(join(tmpdir(), "pullpath-editor-"));
  const server = new OwnServer(data);
  try {
    await server.start();
    await server.setUp();
    await server.letIn(page.context());
    const body = { name: "all", definition: { ...emptyDefinition, mirrors } };
    const { id } = await server.call<{ id: string }>("POST", apis.configurations(), body);
    await page.goto(server.url + pages.configuration(id));
    await typeBothWays(page);
    await breakAndMend(page);
  } finally {
    await server.kill();
    rmSync(data, { recursive: true, force: true });
  }
});
