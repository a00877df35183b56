import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { define, host, mirror, text } from "@/tests/support/definitions";
import { OwnServer } from "./own-server";
import { previewText } from "./steps";

const canary = "canary-Zx81";
const mine = "https://mine.corp";
const theirs = "https://theirs.corp";

const endpoint = (page: Page, at: number) =>
  page.locator(`[name="definition.mirrors.${at}.endpoints.0.url"]`);
const password = (page: Page) =>
  page.locator('[name="definition.registryHosts.0.auth.values.password.text"]');

/** Everything that browsers keep of a page. */
const storedText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const texts: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await answer(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        const [keys, values] = [rows.getAllKeys(), rows.getAll()];
        texts.push(JSON.stringify([await answer(keys), await answer(values)]));
      }
      database.close();
    }
    return texts.join("\n");
  });

/** Ends the page as a crash does: it is told nothing and asks nothing. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent("crash");
  // The navigation never answers, as the page is gone.
  void page.goto("chrome://crash").catch(() => undefined);
  await crashed;
  await page.close();
}

class Journey {
  readonly data = mkdtempSync(join(tmpdir(), "pullpath-drafts-"));
  readonly server = new OwnServer(this.data);
  id = "";

  async begin(context: BrowserContext): Promise<void> {
    await this.server.start();
    await this.server.setUp();
    await this.server.letIn(context);
    const definition = define({
      mirrors: [mirror("docker.io", "https://a.corp"), mirror("quay.io", "https://b.corp")],
      registryHosts: [host("a.corp", { username: text("robot") })],
    });
    const made = await this.server.call<{ id: string }>("POST", apis.configurations(), {
      name: "all",
      definition,
    });
    this.id = made.id;
  }

  get url(): string {
    return this.server.url + pages.configuration(this.id);
  }

  /** Somebody else saves another first endpoint. */
  async saveElsewhere(baseNumber: number): Promise<void> {
    const path = apis.configuration(this.id);
    const { definition } = await this.server.call<{ definition: ReturnType<typeof define> }>("GET", path);
    const [first, ...rest] = definition.mirrors ?? [];
    const changed = { ...first, endpoints: [{ url: theirs, note: "" }] };
    const mirrors = [changed, ...rest, mirror("ghcr.io", "https://c.corp")];
    const body = { baseNumber, message: "", definition: { ...definition, mirrors } };
    await this.server.call("POST", apis.configurationRevisions(this.id), body);
  }

  async end(): Promise<void> {
    await this.server.kill();
    rmSync(this.data, { recursive: true, force: true });
  }
}

async function surviveCrash(context: BrowserContext, journey: Journey): Promise<Page> {
  const page = await context.newPage();
  await page.goto(journey.url);
  await endpoint(page, 0).fill(mine);
  await password(page).fill(canary);
  await expect.poll(() => storedText(page)).toContain(mine);
  await crash(page);
  const again = await context.newPage();
  await again.goto(journey.url);
  await expect(again.getByText(/^Unsaved changes from .* based on r1$/)).toBeVisible({ timeout: 15_000 });
  await expect(endpoint(again, 0)).toHaveValue("https://a.corp");
  expect(await storedText(again)).not.toContain(canary);
  await again.getByRole("button", { name: "Restore" }).click();
  await expect(endpoint(again, 0)).toHaveValue(mine);
  await expect(password(again)).toHaveValue("");
  await again.getByRole("button", { name: /a\.corp.*Password/ }).click();
  await expect(password(again)).toBeFocused();
  await again.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(endpoint(again, 0)).toHaveValue("https://a.corp");
  await again.getByRole("button", { name: "Redo", exact: true }).click();
  await expect(endpoint(again, 0)).toHaveValue(mine);
  return again;
}

async function resolveConflict(page: Page, journey: Journey): Promise<void> {
  await journey.saveElsewhere(1);
  await endpoint(page, 1).fill("https://also-mine.corp");
  await page.getByRole("button", { name: "Save revision" }).click();
  const apply = page.getByRole("button", { name: "Apply my changes on top of r2" });
  await apply.click();
  await expect(page.getByText("Choose what stays in 1 place first.").first()).toBeVisible();
  await expect(endpoint(page, 0)).toHaveValue(mine);
  await page.getByRole("radio", { name: /^Mine/ }).check();
  await apply.click();
  await expect(page.getByText("Your changes stand on r2 now.").first()).toBeVisible();
  await expect(page.locator('[name="definition.mirrors.2.name"]')).toHaveValue("ghcr.io");
  const merged = await previewText(page);
  for (const url of [mine, "https://also-mine.corp", "https://c.corp"]) expect(merged).toContain(url);
  expect(merged).not.toContain(theirs);
  // Behind the replay the work stands on r1 again, so that saving it asks again.
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.locator('[name="definition.mirrors.2.name"]')).toHaveCount(0);
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(apply).toBeVisible();
  await page.getByRole("button", { name: "Redo", exact: true }).click();
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText("Saved as r3")).toBeVisible();
  await expect.poll(() => storedText(page)).not.toContain(mine);
}

async function comeBackAfterExpiry(page: Page, journey: Journey): Promise<void> {
  const context = page.context();
  await endpoint(page, 0).fill("https://late.corp");
  await context.clearCookies();
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByRole("link", { name: /Sign in in a new tab/ })).toBeVisible();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByLabel("User name").fill("mei");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(journey.url);
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(endpoint(page, 0)).toHaveValue("https://late.corp");
}

async function leaveAndSignOut(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Nodes" }).first().click();
  await page.getByRole("button", { name: "Leave without saving (the draft is kept)" }).click();
  await expect(page).toHaveURL(/\/nodes$/);
  await expect.poll(() => storedText(page)).toContain("https://late.corp");
  await page.getByRole("button", { name: "Account of mei" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/login$/);
  expect(await storedText(page)).not.toContain("late.corp");
}

test("unsaved work outlives a crash, a newer revision and the session, and never with a secret", async ({
  context,
}) => {
  const journey = new Journey();
  try {
    await journey.begin(context);
    const page = await surviveCrash(context, journey);
    await resolveConflict(page, journey);
    await comeBackAfterExpiry(page, journey);
    await leaveAndSignOut(page);
  } finally {
    await journey.end();
  }
});
