import { type Browser, expect, type Page, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { dress, expectFits, findViolations, inChinese, inEnglish } from "./looks";
import { ownServer } from "./own-fleet";

/** What `OwnServer` sets up its administrator with. */
const adminPassword = "correct horse battery";
const own = ownServer();

/** Adds an operator and returns the password that the dialog shows. */
async function addOperator(page: Page): Promise<string> {
  await page.goto(own.server.url + pages.settings("people"));
  await page.getByRole("button", { name: "Add a person" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("User name", { exact: true }).fill("lin");
  await dialog.getByLabel("Display name").fill("Lin Wei");
  await dialog.getByRole("radio", { name: "Operator" }).check();
  await dialog.getByLabel("Your own password", { exact: true }).fill("not the password");
  await dialog.getByRole("button", { name: "Add person" }).click();
  const password = dialog.getByLabel("Your own password", { exact: true });
  await expect(password).toHaveAccessibleDescription(/The password is wrong\./);
  await expect(password).toBeFocused();
  await password.fill(adminPassword);
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Add person" }).press("Enter");
  const told = page.getByRole("dialog", { name: "One-time password of lin" });
  await expect(told.getByText("works for 3 days and is not shown again")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  // A stray key does not lose what is shown this once.
  await expect(told.getByRole("button", { name: "Copy" })).toBeFocused();
  await page.keyboard.press("Escape");
  await told.getByRole("button", { name: "Copy" }).press("Enter");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await told.getByRole("button", { name: "I have passed it on" }).click();
  const row = page.getByRole("row", { name: /Lin Wei/ });
  await expect(row.getByText("Has to choose a password")).toBeVisible();
  expect(await page.content()).not.toContain(copied);
  return copied;
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto(`${own.server.url}/login`);
  await page.getByLabel("User name").fill("lin");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).press("Enter");
}

async function lookAt(page: Page, path: string): Promise<void> {
  for (const look of [inEnglish, inChinese]) {
    await dress(page, own.server, look);
    await page.goto(own.server.url + path);
    await expect(page.locator(`html[lang="${look.locale}"]`)).toHaveAttribute("data-theme", look.theme);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectFits(page, path.replaceAll("/", "-").slice(1));
  }
  await dress(page, own.server, inEnglish);
}

const elsewhere = async (browser: Browser) => (await browser.newContext()).newPage();

test("an operator who was added chooses a password and sees what the role may", async ({
  page,
  context,
  browser,
}) => {
  await own.server.letIn(context);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const oneTime = await addOperator(page);

  const theirs = await elsewhere(browser);
  await signIn(theirs, oneTime);
  await expect(theirs.getByRole("heading", { name: "Choose your password" })).toBeVisible();
  await theirs.goto(own.server.url + pages.nodes());
  await expect(theirs).toHaveURL(/\/password$/);
  await lookAt(theirs, pages.newPassword());
  await theirs.goto(own.server.url);
  await theirs.getByLabel("One-time password", { exact: true }).fill(oneTime);
  await theirs.getByLabel("New password", { exact: true }).fill("lin-wei-lin-wei");
  await theirs.getByRole("button", { name: "Choose password" }).click();
  await expect(theirs.getByText(/Too easy to guess/).first()).toBeVisible();
  await theirs.getByLabel("New password", { exact: true }).fill("seventeen quiet otters");
  await theirs.getByRole("button", { name: "Choose password" }).press("Enter");

  await theirs.getByRole("button", { name: "Account of Lin Wei" }).click();
  await expect(theirs.getByRole("menuitem", { name: "Password" })).toBeVisible();
  await expect(theirs.getByRole("menuitem", { name: "People" })).toHaveCount(0);
  await theirs.goto(own.server.url + pages.overview());
  const step = theirs.getByRole("listitem").filter({ hasText: "Create or import a configuration" });
  await expect(step.getByText("This takes the role Editor or Administrator.")).toBeVisible();
  await expect(step.getByRole("link")).toHaveCount(0);
  await expect(theirs.getByRole("link", { name: /Add nodes/ })).toBeVisible();
  await theirs.goto(own.server.url + pages.settings("people"));
  await expect(theirs.getByText("Your role, Operator, does not allow it.")).toBeVisible();

  await lookAt(page, pages.settings("people"));
  await lookAt(page, pages.settings("password"));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(own.server.url + pages.settings("people"));
  await page.getByRole("button", { name: "Actions for Lin Wei" }).press("Enter");
  await page.getByRole("menuitem", { name: "Change role" }).press("Enter");
  const submit = page.getByRole("dialog").getByRole("button", { name: "Change role" });
  await expect(submit).toHaveAccessibleDescription("Lin Wei has this role already.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Actions for Lin Wei" }).press("Enter");
  await page.getByRole("menuitem", { name: "Disable" }).press("Enter");
  await page.getByRole("alertdialog").getByRole("button", { name: "Disable Lin Wei" }).click();
  await expect(page.getByText("Disabled", { exact: true })).toBeVisible();
  await theirs.goto(own.server.url + pages.nodes());
  await expect(theirs).toHaveURL(/\/login/);
});
