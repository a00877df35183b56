import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { faults, faultsAfterApply, type Outcome } from "@/lib/domain/pushes/outcomes";
import { type EndedNode, writeEndedPush } from "./ended-push";
import { lockAs } from "./lock-as";
import { dress, expectFits, findViolations, inChinese, inEnglish, type Look } from "./looks";
import { OwnServer } from "./own-server";

const never = ["stopped", "stopped-after-failures"];
const worse: readonly string[] = faultsAfterApply;

const outcomeOf = (code: string): Outcome =>
  never.includes(code) ? "not-reached" : worse.includes(code) ? "rolled-back" : "failed";

const evidence = {
  log: 'level=error msg="failed to start"\nexit status 1',
  backup: "/var/lib/pullpath/backups/ended",
  image: "docker.io/library/busybox:1.37",
};
const hands = {
  ...evidence,
  unit: "failed",
  restore:
    "install -m 600 -o root -g root /var/lib/pullpath/backups/ended/registries.yaml /etc/rancher/k3s/registries.yaml\nsystemctl restart k3s",
};
const params = {
  host: "10.0.4.29",
  port: "22",
  user: "ops",
  methods: "publickey",
  jump: "gate-1",
  server: "srv-2",
  running: "v1.33.1+k3s1",
  installed: "v1.33.5+k3s1",
  path: "/etc/rancher/k3s/registries.yaml",
  push: "ended-push",
  number: "141",
};

const cni = "container runtime network not ready: cni config uninitialized";
const unready = { ...params, ready: "no", seconds: "60", message: cni };

/** One node for each fault, one that needs hands, and many that went well. */
const nodes: EndedNode[] = [
  ...faults.map((code): EndedNode => {
    const isStuck = code === "rollback-failed";
    return {
      name: `edge-${code}`,
      outcome: isStuck ? "rollback-failed" : outcomeOf(code),
      fault: code,
      params: isStuck ? { second: "restart-failed" } : code === "not-ready" ? unready : params,
      evidence: isStuck ? hands : worse.includes(code) ? { ...evidence, readySaid: cni } : {},
    };
  }),
  ...Array.from({ length: 160 }, (_, at): EndedNode => ({ name: `good-${at}`, outcome: "changed" })),
];

let server: OwnServer;
let data = "";
let made: { pushId: string; groupId: string };

test.beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "pullpath-cards-"));
  server = new OwnServer(data);
  await server.start();
  await server.setUp();
  made = await writeEndedPush({ server, data }, nodes);
});
test.afterAll(async () => {
  await server.kill();
  await rm(data, { recursive: true, force: true });
});

const choose = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const cardOf = (page: Page) => page.locator("section", { has: page.locator("dl > div > dt") }).last();

async function openAs(page: Page, look: Look, show?: string) {
  await server.letIn(page.context());
  await dress(page, server, look);
  await page.goto(server.url + pages.push(made.pushId, show ? { show } : {}));
}

const parts = {
  en: ["State now", "What Pullpath did already", "What you can do"],
  "zh-CN": ["当前状态", "Pullpath 已做的事", "你可以做的事"],
};

for (const look of [inEnglish, inChinese])
  test(`every fault has a whole card in ${look.locale}, ${look.theme}, ${look.width} wide`, async ({
    page,
  }) => {
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await openAs(page, look);
    for (const code of faults) {
      await choose(page, `edge-${code}`);
      const card = cardOf(page);
      await expect(card.locator("dt")).toHaveText(parts[look.locale]);
      // The headline names the node, and nothing is left that was to be filled in.
      await expect(card).not.toContainText(/[{}]|faults\.|pushes\.|undefined/);
      for (const text of await card.locator("dd").allTextContents()) expect(text.length).toBeGreaterThan(5);
      const ways = card.locator("[data-no-print]").locator("a, button");
      await expect.poll(() => ways.count(), code).toBeGreaterThan(0);
    }
    for (const code of ["unreachable", "not-ready", "rollback-failed"]) {
      await choose(page, `edge-${code}`);
      expect(await findViolations(page)).toEqual([]);
    }
    await expectFits(page, "fault-card");
    expect(problems).toEqual([]);
  });

test("two hundred nodes are narrowed by the address, in their fixed order", async ({ page }) => {
  await openAs(page, inEnglish, "failed");
  const rows = page.getByRole("list", { name: "Nodes of this push" }).locator("> li");
  const failed = nodes.filter(({ outcome }) => !["changed", "not-reached"].includes(outcome));
  const namesOf = () => rows.getByRole("button").allTextContents();
  await expect.poll(namesOf).toEqual(failed.map(({ name }) => name));
  await page.getByRole("button", { name: /^All/ }).click();
  await expect(page).toHaveURL(new RegExp(`${pages.push(made.pushId)}$`));
  await expect.poll(namesOf).toEqual(nodes.map(({ name }) => name));
  await page.getByRole("button", { name: /^Failed/ }).click();
  await page.reload();
  await expect(rows).toHaveCount(failed.length);
});

test("a card is copied whole, opens the log and leads on", async ({ page, context }) => {
  await openAs(page, inEnglish);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(page, "edge-not-ready");
  const card = cardOf(page);
  await card.getByRole("button", { name: "Copy details" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const text of [
    `edge-not-ready is NotReady for 60 s: ${cni}`,
    ...parts.en,
    "exit status 1",
    "path: /etc/rancher",
  ])
    expect(copied).toContain(text);
  await expect(card.getByRole("link", { name: "Retry with more time" })).toHaveAttribute("href", /wait=1200/);
  await page.getByRole("button", { name: "Evidence" }).click();
  await card.getByRole("button", { name: "Open log" }).click();
  await expect(page.getByRole("region", { name: "Log of edge-not-ready" })).toBeVisible();

  await choose(page, "edge-login-refused");
  await cardOf(page).getByRole("button", { name: "Show line for authorized_keys" }).click();
  await expect(cardOf(page).getByText(/^ssh-ed25519 AAAA/)).toBeVisible();
  await choose(page, "edge-not-root");
  await expect(cardOf(page).getByText("ops ALL=(ALL) NOPASSWD: ALL")).toBeVisible();
  await cardOf(page).getByRole("link", { name: "Set sudo password" }).click();
  await expect(page.getByRole("dialog", { name: "Edit node edge-not-root" })).toBeVisible();
});

test("a lock of the group closes every way that begins another push, before anything is asked", async ({
  page,
}) => {
  lockAs(data, "tom");
  await openAs(page, inEnglish);
  await choose(page, "edge-not-ready");
  const closed = [/^Retry \d+ nodes$/, "Review again", "Retry with more time", "Push without this node"];
  for (const name of closed) {
    const way = page.getByRole("button", { name });
    await expect(way).toHaveAttribute("aria-disabled", "true");
    await expect(way).toHaveAccessibleDescription("Locked for changes by tom");
  }
  await expect(cardOf(page).getByRole("button", { name: "Open log" })).not.toHaveAttribute("aria-disabled");
  expect(await findViolations(page)).toEqual([]);
  lockAs(data, null);
  await page.reload();
  await expect(page.getByRole("link", { name: "Review again" })).toBeVisible();
});

test("a machine that needs hands is told of until somebody says what was done", async ({ page }) => {
  await openAs(page, inEnglish);
  const banner = page.getByRole("alert").filter({ hasText: "edge-rollback-failed needs hands" });
  await expect(banner).toContainText("/var/lib/pullpath/backups/ended");
  await banner.getByRole("button", { name: "Show the node" }).click();
  await cardOf(page).getByRole("button", { name: "Mark as handled…" }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: "Mark as handled" }).click();
  await expect(dialog.getByText("Say in a few words what was done")).toBeVisible();
  await dialog.getByLabel("What was done on the machine").fill("started K3s by hand");
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Mark as handled" }).click();
  await expect(dialog).toBeHidden();
  await expect(banner).toBeHidden();
  await expect(page.getByText("Handled by mei")).toBeVisible();
  await page.reload();
  await choose(page, "edge-rollback-failed");
  await expect(page.getByText("started K3s by hand", { exact: true })).toBeVisible();
});

test("the record fits paper, light, with numbered pages", async ({ page }) => {
  await openAs(page, { locale: "en", theme: "dark", width: 1440 }, "failed");
  await choose(page, "edge-not-ready");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("What Pullpath did already")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy details" })).toBeHidden();
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  expect(scheme).toBe("light");
  const rules = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => rule.cssText)
      .join("\n"),
  );
  expect(rules).toMatch(/@bottom-right|@bottom-center/);
  expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
});
