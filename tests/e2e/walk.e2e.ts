import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { findViolations, lookAtEveryPage } from "./looks";
import {
  addPasswordLogin,
  importFile,
  makeGroup,
  openReview,
  pasteNodes,
  previewText,
  pushGroup,
  saveRevision,
  setUp,
  trustAll,
} from "./steps";

const yaml = `# Managed by infra
mirrors:
  "docker.io":
    endpoint:
      - "https://fogjl973.mirror.aliyuncs.com"   # near us
      - "https://registry-1.docker.io"
  "172.31.19.227:5000":
    endpoint:
      - "http://172.31.19.227:5000"
configs:
  "harbor.kingsd.top":
    auth:
      username: admin
      password: Harbor@12345
    tls:
      insecure_skip_verify: true
`;

/** What the nodes must hold after the first push, written by hand. */
const pushed = `# Managed by infra
mirrors:
  "docker.io":
    endpoint:
      - "https://registry-1.docker.io"
      # near us
      - "https://fogjl973.mirror.aliyuncs.com"
  "172.31.19.227:5000":
    endpoint:
      - "http://172.31.19.227:5000"

configs:
  "harbor.kingsd.top":
    auth:
      username: "admin"
      password: "Harbor@12345"
    tls:
      insecure_skip_verify: true
`;

let fleet: TestFleet;
test.beforeAll(async () => {
  fleet = await startNodes([
    { name: "srv-1", cluster: "blue" },
    { name: "edge-1", role: "agent", cluster: "blue" },
    { name: "edge-2", role: "agent", cluster: "blue" },
  ]);
});
test.afterAll(() => fleet.stop());

test("from the first start to a rolled back push", async ({ page }) => {
  test.setTimeout(600_000);
  await setUp(page);
  await importFile(page, yaml, "harbor-prod");

  await test.step("edit: the order changes, the comment stays with its endpoint", async () => {
    await page.getByRole("button", { name: "Move https://registry-1.docker.io up" }).click();
    await expect.poll(() => previewText(page)).toContain('- "https://registry-1.docker.io"\n      # near us');
    await saveRevision(page, "ask Docker Hub first", 2);
  });

  await test.step("the download equals the preview byte for byte", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download r2", exact: true }).click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toBe(await previewText(page));
    expect(text).not.toContain("Harbor@12345");
    expect(download.suggestedFilename()).toBe("registries.yaml");
  });

  await addPasswordLogin(page);
  await pasteNodes(page, fleet.nodes);
  await makeGroup(page, fleet.nodes, "harbor-prod");
  await trustAll(page, fleet.nodes);

  await test.step("push: every node holds what the product says", async () => {
    await pushGroup(page, "Push r2 to 3 nodes", "Succeeded");
    for (const node of fleet.nodes) {
      expect(await node.read(node.registriesPath)).toBe(pushed);
      expect((await node.stat(node.registriesPath)).mode).toBe("600");
    }
    await page.goto("/nodes");
    await page.getByRole("link", { name: "edge-1", exact: true }).click();
    await expect(page.getByRole("link", { name: "In sync" })).toHaveAttribute("href", /^\/drift\?node=/);
  });

  await test.step("a file with an error is pushed to no node, and the review says what is wrong", async () => {
    await page.getByRole("navigation").getByRole("link", { name: "Configurations" }).click();
    await page.getByRole("link", { name: "harbor-prod", exact: true }).click();
    await page.getByRole("button", { name: "Add registry host" }).click();
    await page.getByLabel("Host", { exact: true }).last().fill("har'bor.example.com");
    await page.getByLabel("Login", { exact: true }).last().selectOption({ label: "Type a new one" });
    await page.getByLabel("User name", { exact: true }).last().fill("robot");
    await page.getByLabel("Password", { exact: true }).last().fill("another secret");
    await saveRevision(page, "one more registry", 3);
    await openReview(page);
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { name: "1 error keeps the file from 3 nodes" })).toBeVisible();
    await expect(main.getByText("“'” cannot stand in a host name.")).toBeVisible();
    await expect(main.getByText("The file has an error for this node.")).toHaveCount(3);
    const start = page.getByRole("button", { name: "Push r3 to 0 nodes" });
    await expect(start).toHaveAttribute("aria-disabled", "true");
    expect(await findViolations(page)).toEqual([]);
    await main.getByRole("link", { name: "Line 19" }).click();
  });

  await test.step("a revision that breaks K3s is rolled back by the node", async () => {
    const host = "unlucky.example.com";
    for (const node of fleet.nodes) await node.setFault("restart-fails", true, host);
    await page.getByLabel("Host", { exact: true }).last().fill(host);
    await saveRevision(page, "without the quote", 4);
    await expect(page.getByRole("link", { name: "Push r4…" })).toHaveAttribute(
      "href",
      /\/pushes\/new\?group=/,
    );
    await pushGroup(page, "Push r4 to 3 nodes", "Failed");
    await expect(page.getByText("Rolled back").first()).toBeVisible();
    await expect(page.getByText("Not reached").first()).toBeVisible();
    for (const node of fleet.nodes) {
      expect(await node.read(node.registriesPath)).toBe(pushed);
      expect(await node.activeState()).toBe("active");
    }
  });

  await test.step("a retry asks before it restarts a server", async () => {
    await page.getByRole("main").getByRole("button", { name: "Retry 3 nodes" }).click();
    const dialog = page.getByRole("alertdialog", { name: "Retry and restart 1 server?" });
    await expect(dialog.getByText(/^\S+ is a server of the control plane\./)).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Restart 1 server" })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("no secret is in the record", async () => {
    const shown = await page.content();
    for (const secret of ["Harbor@12345", "another secret", "root-password"])
      expect(shown).not.toContain(secret);
  });

  await lookAtEveryPage(page);
});
