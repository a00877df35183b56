import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import type { PushView } from "@/lib/domain/pushes/views";
import { type CutProxy, startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { ownFleet } from "./own-fleet";
import { saveNext, startReviewed } from "./start-push";

const own = ownFleet(
  ["edge-1", "edge-2"].map((name) => ({ name, role: "agent" })),
  "https://mirror-1.example.com",
);
let proxy: CutProxy;
let revision = 1;

test.beforeAll(async () => {
  proxy = await startCutProxy({ host: "127.0.0.1", port: Number(new URL(own.server.url).port) });
});
test.afterAll(() => proxy.stop());

const direct = (id: string) => own.server.url + pages.push(id);
const throughProxy = (id: string) => `http://${proxy.host}:${proxy.port}${pages.push(id)}`;
const read = (id: string) => own.server.call<PushView>("GET", apis.push(id));
const end = (id: string) =>
  waitFor(async () => (await read(id)).finishedAt !== null, { what: "the end of the push" });

/** A push of the next revision whose nodes take so many seconds to restart. */
async function startSlow(seconds: number): Promise<string> {
  for (const node of own.fleet.nodes) await node.setFault("restart-slow", seconds);
  const url = `https://mirror-${revision + 1}.example.com`;
  await saveNext(own.server, own.made.configurationId, { baseNumber: revision, url });
  revision += 1;
  return startReviewed(own.server, own.made.groupId);
}

const logOf = (page: Page) => page.getByRole("region", { name: "Log of edge-1" }).getByRole("listitem");
const iconOf = (page: Page) => page.locator('link[rel~="icon"]').getAttribute("href");

async function look(context: BrowserContext, url: string): Promise<Page> {
  await own.server.letIn(context);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

test("a reload and a second browser tell the same, and the tab tells how it stands", async ({ browser }) => {
  const id = await startSlow(8);
  const contexts = [await browser.newContext(), await browser.newContext()] as const;
  const one = await look(contexts[0], direct(id));
  const step = one.locator('[aria-current="step"]').first();
  await expect(step).toHaveText("Restart");
  await expect(one).toHaveTitle(/^0\/2 · Push #\d+ · Pullpath$/);
  const running = await iconOf(one);
  expect(running).toContain("data:image/svg");
  // Nothing is told of the time that is left: no number is invented.
  await expect(one.getByRole("main")).not.toContainText(/about \d+|\d+ (?:s|min) left|estimat/i);
  const two = await look(contexts[1], direct(id));
  await expect(two.locator('[aria-current="step"]').first()).toHaveText("Restart");
  await one.reload();
  await expect(one.getByRole("region", { name: "Log of edge-1" })).toContainText(
    "Restart of k3s-agent requested",
  );
  await two.close();
  await end(id);
  await expect(one).toHaveTitle(/^Succeeded · Push #\d+ · Pullpath$/);
  await expect.poll(() => iconOf(one)).not.toBe(running);
  const late = await look(contexts[1], direct(id));
  await expect(late.getByText("Changed", { exact: true })).toHaveCount(2);
  const logs = () => Promise.all([late, one].map((page) => logOf(page).allTextContents()));
  await expect.poll(async () => new Set((await logs()).map((lines) => lines.join("\n"))).size).toBe(1);
  for (const context of contexts) await context.close();
});

test("a stream that is away for twenty seconds loses no line and doubles none", async ({ context }) => {
  const id = await startSlow(45);
  const page = await look(context, throughProxy(id));
  await expect(page.locator('[aria-current="step"]').first()).toHaveText("Restart");
  const began = performance.now();
  proxy.set({ dropAll: true });
  proxy.cut();
  await expect(page.getByText("Live view lost")).toBeVisible();
  await end(id);
  expect(performance.now() - began).toBeGreaterThan(20_000);
  await expect(page.getByText("Live view lost")).toBeVisible();
  proxy.set({});
  proxy.cut();
  await expect(page.getByText("Changed", { exact: true })).toHaveCount(2);
  await expect(page.getByText("Live view lost")).toBeHidden();
  await expect(logOf(page).last()).toContainText("Ended: Changed");
  const followed = await logOf(page).allTextContents();
  await page.reload();
  expect(followed).toEqual(await logOf(page).allTextContents());
});

test("who is signed out while watching is asked to sign in again, and the page stays", async ({
  context,
}) => {
  const id = await startSlow(20);
  const page = await look(context, throughProxy(id));
  await expect(page.locator('[aria-current="step"]').first()).toHaveText("Restart");
  await context.clearCookies();
  proxy.cut();
  const asked = page.getByRole("alert").filter({ hasText: "Sign in again to keep watching" });
  await expect(asked).toBeVisible();
  await expect(asked.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", /^\/login\?next=/);
  await expect(page.getByRole("heading", { level: 1, name: /^Push #/ })).toBeVisible();
  await own.server.letIn(context);
  await asked.getByRole("button", { name: "Reconnect now" }).click();
  await expect(asked).toBeHidden();
  await end(id);
  await expect(page.getByText("Changed", { exact: true })).toHaveCount(2);
});

test("the log stands still for who scrolls up, and is copied line by line", async ({ context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await look(context, direct(await startSlow(20)));
  await expect(page.locator('[aria-current="step"]').first()).toHaveText("Restart");
  const box = page.getByRole("region", { name: "Log of edge-1" });
  const isAtEnd = () => box.evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 24);
  const latest = page.getByRole("button", { name: "Jump to the latest line" });
  // So low that the lines which are there do not fit; it is scrolled again until the page acts.
  await expect(async () => {
    await box.evaluate((log) => {
      log.style.maxHeight = "8rem";
      log.scrollTop = log.scrollTop === 20 ? 10 : 20;
    });
    await expect(latest).toBeVisible({ timeout: 1_000 });
  }).toPass();
  const [top, count] = [await box.evaluate((log) => log.scrollTop), await logOf(page).count()];
  await expect(logOf(page).last()).toContainText("Ended: Changed");
  expect(await logOf(page).count()).toBeGreaterThan(count);
  expect(await box.evaluate((log) => log.scrollTop)).toBe(top);
  await latest.click();
  await expect.poll(isAtEnd).toBe(true);
  await page.getByRole("button", { name: "Copy log" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toHaveLength(await logOf(page).count());
});

test("a node that another push works on says which, and goes on by itself", async ({ context }) => {
  const first = await startSlow(10);
  await waitFor(async () => (await read(first)).nodes.some(({ phase }) => phase === "restart"));
  const { number } = await read(first);
  const second = await startReviewed(own.server, own.made.groupId);
  const page = await look(context, direct(second));
  await expect(page.getByText(`waits for push #${number}`).first()).toBeVisible();
  await expect(page.getByRole("link", { name: `push #${number}`, exact: true })).toHaveAttribute(
    "href",
    pages.push(first),
  );
  await end(second);
  expect((await read(second)).nodes.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
});

test("a revision that was saved meanwhile is told of before anything starts", async ({ context }) => {
  for (const node of own.fleet.nodes) await node.setFault("restart-slow", false);
  const page = await look(context, own.server.url + pages.newPush(own.made.groupId));
  await expect(page.getByRole("button", { name: `Push r${revision} to 2 nodes` })).toBeVisible();
  const before = (await own.server.call<unknown[]>("GET", apis.pushes())).length;
  const url = "https://newest.example.com";
  await saveNext(own.server, own.made.configurationId, { baseNumber: revision, url });
  await page.getByRole("button", { name: `Push r${revision} to 2 nodes` }).click();
  const told = page
    .getByRole("alert")
    .filter({ hasText: `r${revision + 1} was saved after you opened this page` });
  await expect(told).toBeVisible();
  expect((await own.server.call<unknown[]>("GET", apis.pushes())).length).toBe(before);
  await told.getByRole("button", { name: `Switch to r${revision + 1}` }).click();
  revision += 1;
  await expect(page.getByRole("button", { name: `Push r${revision} to 2 nodes` })).toBeVisible();
  await expect(told).toBeHidden();
});
