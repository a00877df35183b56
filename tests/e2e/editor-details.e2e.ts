import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { emptyDefinition } from "@/lib/domain/registries/schema";
import { OwnServer } from "./own-server";

const data = mkdtempSync(join(tmpdir(), "pullpath-details-"));
const server = new OwnServer(data);
let id = "";

const mirrors = ["docker.io", "quay.io", "ghcr.io"].map((name) => ({
  name,
  note: "",
  endpoints: [{ url: `https://harbor.corp/v2/${name}`, note: "" }],
  rewrites: null,
  extras: [],
}));
const tls = {
  ca_file: { kind: "certificate", slug: "near" },
  cert_file: null,
  key_file: null,
  insecure_skip_verify: false,
  extras: [],
};

/** A server's own certificate for another host, which ends tomorrow. */
function makeCertificate(): string {
  const name = ["-subj", "/CN=other", "-addext", "subjectAltName=DNS:other.corp", "-days", "2"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "/dev/null"];
  return execFileSync("openssl", ["req", "-x509", ...key, ...name], { encoding: "utf8", stdio: "pipe" });
}

test.beforeAll(async () => {
  await server.start();
  await server.setUp();
  const certificate = { name: "near", slug: "near", certificate: makeCertificate() };
  await server.call("POST", apis.certificates(), certificate);
  const registryHosts = [{ host: "harbor.corp", note: "", auth: null, tls, extras: [] }];
  const body = { name: "all", definition: { ...emptyDefinition, mirrors, registryHosts } };
  ({ id } = await server.call<{ id: string }>("POST", apis.configurations(), body));
});
test.afterAll(async () => {
  await server.kill();
  rmSync(data, { recursive: true, force: true });
});
test.beforeEach(async ({ page }) => {
  await server.letIn(page.context());
  await page.setViewportSize({ width: 1440, height: 900 });
});

const openEditor = (page: Page) => page.goto(server.url + pages.configuration(id));
const field = (page: Page, name: string) => page.locator(`[name="definition.${name}"]`);
const line = (page: Page, text: string) => page.locator(".cm-line", { hasText: text });

test("the line between fields and file moves by keys and pointer, and stays where it was left", async ({
  page,
}) => {
  await openEditor(page);
  const separator = page.getByRole("separator", { name: "Width of the fields" });
  await expect(separator).toHaveAttribute("aria-valuenow", "46");
  await separator.focus();
  await page.keyboard.press("ArrowRight");
  await expect(separator).toHaveAttribute("aria-valuenow", "48");
  await page.keyboard.press("End");
  await expect(separator).toHaveAttribute("aria-valuenow", "75");
  await page.keyboard.press("Enter");
  await expect(field(page, "mirrors.0.name")).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(field(page, "mirrors.0.name")).toBeVisible();
  const box = await separator.boundingBox();
  if (!box) throw new Error("the line is not drawn");
  await page.mouse.move(box.x + box.width / 2, 400);
  await page.mouse.down();
  await page.mouse.move(box.x - 300, 400, { steps: 4 });
  await page.mouse.up();
  const kept = Number(await separator.getAttribute("aria-valuenow"));
  expect(kept).toBeLessThan(60);
  // The server draws it so before any script runs.
  const html = await (await page.request.get(server.url + pages.configuration(id))).text();
  expect(html).toContain(`--fields:${kept}fr`);
});

test("the caret in the file marks its card, and a certificate is judged at its field and line", async ({
  page,
}) => {
  await openEditor(page);
  await line(page, "harbor.corp/v2/ghcr.io").click();
  const current = page.locator('[data-path][aria-current="true"]');
  await expect(current).toHaveAttribute("data-path", "mirrors/2");
  await expect(current).toBeInViewport();
  await line(page, "ca_file").click();
  await expect(current).toHaveAttribute("data-path", "registryHosts/0");
  const names = "The only name of this certificate is other.corp; harbor.corp is not among them";
  await expect(page.locator("[data-editor-fields]").getByText(names)).toBeVisible();
  await expect(
    page.locator("[data-editor-fields]").getByText("CN=other expires", { exact: false }),
  ).toBeVisible();
  await page.getByRole("button", { name: /^\d+ warnings?$/ }).click();
  await expect(page.getByRole("region", { name: "Problems" }).getByText(names)).toBeVisible();
  await field(page, "mirrors.0.name").focus();
  await expect(current).toHaveCount(0);
});
