import { expect, test } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { dress, expectFits, findViolations, inChinese, inEnglish } from "./looks";
import { ownFleet } from "./own-fleet";

// The machines know this name only once it stands in their hosts.
const own = ownFleet(
  ["edge-1", "edge-2", "edge-3"].map((name) => ({ name, role: "agent" })),
  "https://harbor.corp:8443",
);
const sshd = "/etc/ssh/sshd_config";

test.beforeAll(async () => {
  const closed = own.fleet.get("edge-3");
  await closed.write(sshd, `${await closed.read(sshd)}AllowTcpForwarding no\n`);
  await closed.reloadSshd();
  for (const node of own.fleet.nodes)
    await node.write("/etc/hosts", "127.0.0.1 localhost\n10.255.255.1 elsewhere.corp\n", "0644");
});

test("a review tells which endpoints answer no node, and goes on without them", async ({ page, context }) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.newPush(own.made.groupId));
  const card = page.locator("section", { hasText: "Endpoints, as the nodes reach them" }).last();
  await expect(
    card.getByText("3 of 3 nodes get no answer from harbor.corp:8443 (its name leads nowhere there)"),
  ).toBeVisible();
  await expect(card.getByText("edge-1, edge-2, edge-3")).toBeVisible();
  await expect(card.getByText("A warning only: the push can go on all the same.")).toBeVisible();
  const summary = page.getByRole("region", { name: "Summary" });
  await expect(summary.getByText("Nodes get no answer from harbor.corp:8443.")).toBeVisible();
  await expect(summary.getByRole("link", { name: "Show why" })).toHaveAttribute("href", "#reach");
  expect(await findViolations(page)).toEqual([]);
  await expect(page.getByRole("button", { name: "Push r1 to 3 nodes" })).toBeEnabled();
  await card.getByRole("link", { name: "Open in the simulator" }).click();
  await expect(page).toHaveURL(/image=docker\.io%2Flibrary%2Fbusybox%3Alatest/);
  await expect(page.getByText("https://harbor.corp:8443").first()).toBeVisible();
});

for (const { again, ...look } of [
  { ...inEnglish, again: "Ask again" },
  { ...inChinese, again: "重新询问" },
])
  test(`what cannot be asked is told in ${look.locale}, ${look.theme}, ${look.width} wide`, async ({
    page,
    context,
  }) => {
    await own.server.letIn(context);
    await dress(page, own.server, look);
    // Only the third machine knows the name, and it makes no connection for anybody.
    const known = "127.0.0.1 localhost\n10.255.255.1 harbor.corp\n";
    await own.fleet.get("edge-3").write("/etc/hosts", known, "0644");
    await page.goto(own.server.url + pages.newPush(own.made.groupId));
    const card = page.locator("section", { has: page.getByRole("button", { name: again }) }).last();
    await expect(card.getByText("AllowTcpForwarding local")).toBeVisible();
    await expect(card.getByText("harbor.corp:8443")).toBeVisible();
    await expect(card.getByText(/^edge-1[,、 ]+edge-2$/)).toBeVisible();
    await expectFits(page, "reach");
  });
