import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { OwnServer } from "./own-server";
import { editorStands, previewText } from "./steps";

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

async function openEditor(page: Page): Promise<void> {
  await page.goto(server.url + pages.configuration(id));
  await editorStands(page);
}
const field = (page: Page, name: string) => page.locator(`[name="definition.${name}"]`);
const changeNote = (page: Page) => field(page, "mirrors.0.endpoints.0.url").fill("https://changed.corp");
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

test("a paste is split, and a name given twice leads to the first", async ({ page }) => {
  await openEditor(page);
  await field(page, "mirrors.0.endpoints.0.url").fill("");
  await page.evaluate(() => {
    const pasted = new DataTransfer();
    pasted.setData("text", "a.corp:5000, b.corp:5000");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: pasted, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole("button", { name: "Split into 2 endpoints" }).click();
  await expect(field(page, "mirrors.0.endpoints.1.url")).toHaveValue("b.corp:5000");

  await field(page, "mirrors.1.name").fill("docker.io");
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(field(page, "mirrors.1.name")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "Show the first docker.io" }).click();
  await expect(field(page, "mirrors.0.name")).toBeFocused();
});

test("leaving what is unsaved is asked about for links, back and reload, and never when nothing is", async ({
  page,
}) => {
  await page.goto(`${server.url}${pages.configurations()}`);
  await page.getByRole("link", { name: "all", exact: true }).click();
  await expect(field(page, "mirrors.0.name")).toBeVisible();
  await changeNote(page);
  await page.getByRole("navigation").getByRole("link", { name: "Nodes" }).first().click();
  const dialog = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await dialog.getByRole("button", { name: /stay/i }).click();
  await page.evaluate(() => window.history.back());
  await dialog.getByRole("button", { name: /stay/i }).click();
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => setTimeout(() => window.location.reload()));
  const question = await asked;
  expect(question.type()).toBe("beforeunload");
  await question.dismiss();
  await expect(field(page, "mirrors.0.endpoints.0.url")).toHaveValue("https://changed.corp");
  await page.keyboard.press("Escape");
  await field(page, "mirrors.0.endpoints.0.url").fill("https://harbor.corp/v2/docker.io");
  await expect(page.getByText("No unsaved changes")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Nodes" }).first().click();
  await expect(page).toHaveURL(/\/nodes$/);
});

test("a phone has both sides as tabs with the number of problems, and moves endpoints by button", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openEditor(page);
  for (const name of ["Form", "File"]) {
    await expect(page.getByRole("radio", { name: new RegExp(`^${name}.*\\d+ problems?`) })).toBeAttached();
  }
  await page.getByRole("button", { name: "Move quay.io up" }).click();
  await page.getByText(/^File/).click();
  await expect.poll(() => previewText(page)).toMatch(/"?quay\.io"?:[\s\S]*"?docker\.io"?:/);
});

test("no value of a key K3s does not read is shown at an import, and a secret that was cut can be joined", async ({
  page,
}) => {
  await page.goto(`${server.url}${pages.importConfiguration()}`);
  const text =
    "configs:\n  h.corp:\n    auth:\n      username: u\n      password: canary-1 #canary-2\n    speed: canary-3\n";
  const paste = page.getByLabel("Contents of the file");
  await paste.fill(text);
  const result = page.getByRole("region", { name: "The file as it will be" });
  await expect(result).toContainText("speed:");
  await page.getByRole("button", { name: "It was part of the password: join it" }).click();
  await expect(paste).toHaveValue(/password: "canary-1 #canary-2"\n/);
  await expect(page.getByText("ends before the #")).toBeHidden();
  await expect(result).not.toContainText("canary");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(paste).toHaveValue(text);
});
