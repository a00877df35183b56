import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { lint } from "@/lib/domain/registries/lint/lint";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";
import lintTexts from "@/lib/i18n/en/lint.json" with { type: "json" };
import { fixSamples } from "@/tests/unit/domain/registries/lint/exam/fix-samples";
import { OwnServer } from "./own-server";
import { editorStands } from "./steps";

const data = mkdtempSync(join(tmpdir(), "pullpath-fixes-"));
const server = new OwnServer(data);
let id = "";

test.beforeAll(async () => {
  await server.start();
  await server.setUp();
  const body = { name: "mended", definition: emptyDefinition };
  ({ id } = await server.call<{ id: string }>("POST", apis.configurations(), body));
});
test.afterAll(async () => {
  await server.kill();
  rmSync(data, { recursive: true, force: true });
});

const pane = (page: Page) => page.getByRole("textbox", { name: "registries.yaml, can be edited" });
const problems = (page: Page) => page.getByRole("region", { name: "Problems" });

/** Puts a whole text into the file, as it would be pasted. */
async function pasteWhole(page: Page, text: string): Promise<void> {
  await pane(page).focus();
  await page.keyboard.press("Control+a");
  await pane(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** How the page keeps a text that can be read; another it keeps as it is. */
const asKept = (text: string): string => {
  const read = parse(text);
  return read.ok ? render(read.definition) : text;
};

/** Waits for a text; what the page shows a sign for, such as a login, is taken as it is. */
const expectText = (page: Page, expected: string) =>
  expect
    .poll(async () => {
      const text = await shown(page);
      const now = text.split("\n");
      const isSigned = (line: string, at: number) =>
        now[at]?.includes("•••") && now[at].split(":")[0] === line.split(":")[0];
      const lines = expected.split("\n").map((line, at) => (isSigned(line, at) ? now[at] : line));
      return text === lines.join("\n") ? expected : text;
    })
    .toBe(expected);

/** The text of the file, also where a dialog covers it. */
async function shown(page: Page): Promise<string> {
  const lines = await page.locator("[data-yaml-pane] .cm-line").evaluateAll((elements) =>
    elements.map((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const chip of copy.querySelectorAll<HTMLElement>("[data-written]")) {
        chip.replaceWith(chip.dataset["written"] ?? "");
      }
      return copy.textContent ?? "";
    }),
  );
  return `${lines.join("\n").trimEnd()}\n`;
}

/** A text that nothing is said about. */
const clean = 'mirrors:\n  "quay.io":\n    endpoint:\n      - "https://clean.corp"\n';

type Sample = (typeof fixSamples)[string];

async function setNode(page: Page, { target = {} }: Sample): Promise<void> {
  await page.getByRole("tab", { name: "containerd" }).click();
  await page.getByLabel("--embedded-registry").setChecked(target.embeddedRegistry ?? false);
  await page
    .getByLabel("--disable-default-registry-endpoint")
    .setChecked(target.disableDefaultRegistryEndpoint ?? false);
  await page.getByRole("tab", { name: "registries.yaml" }).click();
}

/** Opens the fix from the list of problems, where it stands as the linter lists it. */
async function openFix(page: Page, wanted: string, { text, target = {} }: Sample): Promise<string> {
  const findings = lint(text, target).filter(({ code }) => code !== "plaintext-secret");
  const at = findings.findIndex(({ fixes }) => fixes.some((fix) => fix.id === wanted));
  const fixes = findings[at]?.fixes ?? [];
  const fixAt = fixes.findIndex((fix) => fix.id === wanted);
  const count = problems(page).getByRole("button", { name: /^\d+ problems?$/ });
  await expect(count).toHaveText(new RegExp(`^${findings.length} problem`));
  if ((await count.getAttribute("aria-expanded")) === "false") await count.click();
  const menu = problems(page).getByRole("listitem").nth(at).getByRole("button", { name: /^Fix/ });
  const item = page.getByRole("menuitem").nth(fixAt);
  const dialog = page.getByRole("dialog");
  const timeout = 5_000;
  // A list that is drawn anew just between two presses loses the second one, which people then press again.
  await expect(async () => {
    if (await dialog.isVisible()) return;
    if (!(await item.isVisible())) await menu.click({ timeout });
    await item.click({ timeout });
    await expect(dialog).toBeVisible({ timeout });
  }).toPass();
  return fixes[fixAt]?.text ?? "";
}

async function fixOnce(page: Page, wanted: string, sample: Sample): Promise<void> {
  const { text, target } = sample;
  await pasteWhole(page, clean);
  await page.getByLabel("Message of the revision").focus();
  await expectText(page, clean);
  await expect(problems(page)).toBeHidden();
  if (target) await setNode(page, sample);
  await pasteWhole(page, text);
  const after = await openFix(page, wanted, sample);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("table").getByRole("row").nth(1)).toBeVisible();
  await expectText(page, text);
  await dialog.getByRole("button", { name: "Apply the fix" }).click();
  await expect(dialog).toBeHidden();
  await expectText(page, asKept(after));
  if (target) await setNode(page, { text });
  // What cannot be read is no state to go back to, nor is what says the same.
  const before = parse(text).ok ? asKept(text) : clean;
  if (before === asKept(after)) return;
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expectText(page, before);
}

test("every fix shows what it changes before it does, and is one step", async ({ page }) => {
  test.setTimeout(600_000);
  await server.letIn(page.context());
  await page.setViewportSize({ width: 1440, height: 1000 });
  await page.goto(server.url + pages.configuration(id));
  await editorStands(page);
  await pane(page).waitFor();
  const failed: string[] = [];
  for (const [wanted, sample] of Object.entries(fixSamples)) {
    try {
      await test.step(wanted, () => fixOnce(page, wanted, sample));
    } catch (error) {
      failed.push(`${wanted}: ${error instanceof Error ? error.message : error}`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      if (sample.target) await setNode(page, { text: "" });
    }
  }
  expect(failed).toEqual([]);
});

test("every kind of fix that the linter knows is among them", () => {
  expect(Object.keys(fixSamples).toSorted()).toEqual(Object.keys(lintTexts.fixes).toSorted());
});
