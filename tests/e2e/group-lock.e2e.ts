import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { lockAs } from "./lock-as";
import { dress, expectFits, findViolations, inChinese, inEnglish } from "./looks";
import { ownFleet } from "./own-fleet";

const own = ownFleet([{ name: "core-1", role: "agent" }], "https://127.0.0.1:1");

const openNewPush = (page: Page) => page.goto(own.server.url + pages.newPush(own.made.groupId));
const openGroup = (page: Page) => page.goto(own.server.url + pages.group(own.made.groupId));

test.beforeEach(async ({ context }) => {
  lockAs(own.data, null);
  await own.server.letIn(context);
});

test("a group is locked with an end and a reason, changed, and lifted", async ({ page }) => {
  await openGroup(page);
  await page.getByRole("button", { name: "Lock for changes…" }).click();
  const dialog = page.getByRole("dialog", { name: "Lock all for changes" });
  await dialog.getByLabel("Until when").selectOption("Until another time");
  await dialog.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(dialog.getByText("Give a day and a time.")).toBeVisible();
  await expect(dialog.getByText("Fill this in.")).toBeVisible();
  await dialog.getByLabel("Day and time").fill("2020-01-01T08:00");
  await dialog.getByLabel("Reason").fill("maintenance");
  await dialog.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(dialog.getByText("This time is over. Give a later one.")).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByLabel("Until when").selectOption("For 4 hours");
  await dialog.getByRole("button", { name: "Lock", exact: true }).click();
  await expect(page.getByText(/^You locked all for changes until .+: maintenance$/)).toBeVisible();
  await expect(dialog).toBeHidden();

  await page.getByRole("button", { name: "Change lock…" }).click();
  const change = page.getByRole("dialog", { name: "Change the lock of all" });
  await expect(change.getByLabel("Reason")).toHaveValue("maintenance");
  await expect(change.getByLabel("Day and time")).toHaveValue(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
  await change.getByLabel("Reason").fill("still at it");
  await change.getByRole("button", { name: "Save lock" }).click();
  await expect(page.getByText(/: still at it$/)).toBeVisible();

  await openNewPush(page);
  await expect(page.getByText("You alone can push to it until then.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Push r1 to 1 node" })).toBeVisible();
  await openGroup(page);
  await page.getByRole("button", { name: "Lift lock" }).click();
  await expect(page.getByRole("button", { name: "Lock for changes…" })).toBeVisible();
});

test("a lock of somebody else stops a push that was reviewed before it", async ({ page }) => {
  await openNewPush(page);
  const push = page.getByRole("button", { name: "Push r1 to 1 node" });
  await expect(push).toBeVisible();
  lockAs(own.data, "tom");
  await push.click();
  // What asks the endpoints meanwhile may be refused by it, too, and says so at its own place.
  const refused = page.getByRole("region", { name: "Summary" }).getByRole("alert");
  await expect(refused).toContainText("by tom: maintenance");
  await expect(refused).toContainText("Nothing was started.");
  expect(await findViolations(page)).toEqual([]);
  expect(await own.server.call<unknown[]>("GET", apis.pushes())).toEqual([]);
  await refused.getByRole("link", { name: "Open the group" }).click();
  await expect(page.getByText("Locked for changes by tom").first()).toBeVisible();
  await page.getByRole("button", { name: "Lift lock" }).click();
  await expect(page.getByRole("link", { name: "Push…" })).toBeVisible();
});

test("what a lock of somebody else refuses is told before it is pressed", async ({ page }) => {
  lockAs(own.data, "tom");
  await openGroup(page);
  const remove = page.getByRole("button", { name: "Delete group" });
  await expect(remove).toHaveAttribute("aria-disabled", "true");
  await expect(remove).toHaveAccessibleDescription("Locked for changes by tom");
  const configuration = page.getByLabel("Configuration", { exact: true });
  await expect(configuration).toBeDisabled();
  await expect(configuration).toHaveAccessibleDescription("Locked for changes by tom");
  await expect(page.getByLabel("Name", { exact: true })).toBeEnabled();
  await page.getByRole("button", { name: "Choose nodes" }).click();
  const stays = "all is locked for changes by tom, so its nodes stay in it.";
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("checkbox")).toBeDisabled();
  await expect(dialog.getByText(stays)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "core-1" }).click();
  await expect(page.getByText(stays)).toBeVisible();
  for (const name of ["Delete node", "Save group"])
    await expect(page.getByRole("button", { name })).toHaveAccessibleDescription(stays);
  expect(await findViolations(page)).toEqual([]);
});

test("a lock is told wherever one chooses a group", async ({ page }) => {
  lockAs(own.data, "tom");
  for (const path of [pages.overview(), pages.nodes()]) {
    await page.goto(own.server.url + path);
    const row = page.getByRole("table", { name: "Groups" }).getByRole("row", { name: /^all/ });
    await expect(row.getByText("Locked for changes by tom")).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
  }
  await openNewPush(page);
  const chosen = page.getByLabel("Group", { exact: true }).locator("option:checked");
  await expect(chosen).toHaveText(/^all \(.+\), locked for changes by tom$/);
});

for (const { other, lift, ...look } of [
  { ...inEnglish, other: "Choose another group", lift: "Lift lock" },
  { ...inChinese, other: "选择其他节点组", lift: "解除锁定" },
])
  test(`a lock is told in ${look.locale}, ${look.theme}, ${look.width} wide`, async ({ page }) => {
    await dress(page, own.server, look);
    lockAs(own.data, "tom");
    await openNewPush(page);
    await page.getByRole("button", { name: other }).click();
    await expect(page.getByRole("combobox")).toBeFocused();
    await expectFits(page, "lock-push");
    await openGroup(page);
    await expect(page.getByRole("button", { name: lift })).toBeVisible();
    await expectFits(page, "lock-group");
  });
