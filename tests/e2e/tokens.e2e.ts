import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { dress, expectFits, findViolations, inChinese, inEnglish } from "./looks";
import { ownServer } from "./own-fleet";

/** What `OwnServer` sets up its administrator with. */
const adminPassword = "correct horse battery";
const looks = [
  { ...inEnglish, create: "Create token" },
  { ...inChinese, create: "创建令牌" },
];

const own = ownServer();

/** Makes a token that reads, and returns it as it is copied. */
async function createToken(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Create token" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Create token" }).click();
  await expect(dialog.getByText("Fill this in.").first()).toBeVisible();
  await dialog.getByLabel("Name", { exact: true }).fill("nightly-ci");
  await dialog.getByRole("checkbox", { name: /^read/ }).uncheck();
  await dialog.getByLabel("Your own password", { exact: true }).fill(adminPassword);
  await dialog.getByRole("button", { name: "Create token" }).click();
  await expect(dialog.getByText("Choose at least one scope.")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole("checkbox", { name: /^read/ }).check();
  await dialog.getByRole("button", { name: "Create token" }).press("Enter");
  const told = page.getByRole("dialog", { name: "Token nightly-ci" });
  await expect(told.getByText(`${own.server.url}${apis.nodes()}`)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  // A stray key does not lose what is shown this once.
  await page.keyboard.press("Escape");
  await told.getByRole("button", { name: "Copy" }).first().click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await told.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByRole("row", { name: /nightly-ci/ })).toContainText(/in 90 days.*Never used/);
  expect(await page.content()).not.toContain(copied);
  return copied;
}

const use = (token: string) =>
  fetch(own.server.url + apis.nodes(), { headers: { authorization: `Bearer ${token}` } });

async function lookAt(page: Page): Promise<void> {
  for (const { create, ...look } of looks) {
    await dress(page, own.server, look);
    await page.goto(own.server.url + pages.settings("tokens"));
    await expect(page.locator(`html[lang="${look.locale}"]`)).toHaveAttribute("data-theme", look.theme);
    await expect(page.getByRole("row", { name: /nightly-ci/ })).toBeVisible();
    await expectFits(page, "tokens");
    await page.getByRole("button", { name: create }).press("Enter");
    await expect(page.getByRole("dialog").getByRole("checkbox").first()).toBeVisible();
    await expectFits(page, "tokens-create");
  }
  await dress(page, own.server, inEnglish);
}

test("a token is made, told once, lets a script in and is revoked", async ({ page, context }) => {
  await own.server.letIn(context);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(own.server.url);
  await page.getByRole("button", { name: "Account of mei" }).click();
  await page.getByRole("menuitem", { name: "API tokens" }).click();
  await expect(page.getByRole("heading", { name: "No API tokens" })).toBeVisible();

  const token = await createToken(page);
  expect((await use(token)).status).toBe(200);
  await lookAt(page);
  await page.goto(own.server.url + pages.settings("tokens"));
  const row = page.getByRole("row", { name: /nightly-ci/ });
  await expect(row).not.toContainText("Never used");

  await row.getByRole("button", { name: "Revoke: nightly-ci" }).press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke token" }).click();
  await expect(row.getByText("Revoked", { exact: true })).toBeVisible();
  expect((await use(token)).status).toBe(401);
});
