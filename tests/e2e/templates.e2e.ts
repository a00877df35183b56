import { expect, type Page, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { passwordOf } from "@/tests/support/nodes/start-nodes";
import { findViolations } from "./looks";
import { ownMachines } from "./own-fleet";

const etc = "/var/lib/rancher/k3s/agent/etc/containerd";
const old = '{{ template "base" . }}\n# kept from edge-1\n';
const withSecret = `${old}[proxy.auth]\ntoken = "hunter2"\n`;
const v3 = "config-v3.toml.tmpl";

const own = ownMachines([
  { name: "edge-1", role: "agent" },
  { name: "edge-2", role: "agent" },
]);
let configuration = "";
let groupId = "";
const nodes: Record<string, string> = {};

test.beforeAll(async () => {
  await own.fleet.get("edge-1").write(`${etc}/${v3}`, old);
  await own.fleet.get("edge-2").write(`${etc}/${v3}`, withSecret);
  await register();
});

/** Both machines in one group of a new configuration, looked at once. */
async function register(): Promise<void> {
  const made = { name: "edge", definition: emptyDefinition };
  configuration = (await own.server.call<{ id: string }>("POST", apis.configurations(), made)).id;
  const group = { name: "edge", note: "", configurationId: configuration };
  groupId = (await own.server.call<{ id: string }>("POST", apis.groups(), group)).id;
  const login = { kind: "password", name: "root", username: "root", password: passwordOf("root") };
  const { id: sshCredentialId } = await own.server.call<{ id: string }>("POST", apis.sshCredentials(), login);
  for (const { name, host, port, hostKey } of own.fleet.nodes) {
    const node = { name, host, port, username: "root", sshCredentialId, groupId, note: "" };
    const { id } = await own.server.call<{ id: string }>("POST", apis.nodes(), {
      ...node,
      sudoPassword: null,
    });
    const trusted = { fingerprint: hostKey.fingerprint, replace: false };
    await own.server.call("POST", apis.nodeHostKey(id), trusted);
    await own.server.call("POST", apis.testNode(id));
    nodes[name] = id;
  }
}

const textOf = (page: Page) => page.getByRole("textbox", { name: v3 });

/** Goes to the end of the text by keyboard and types there. */
async function typeAtEnd(page: Page, text: string): Promise<void> {
  await textOf(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

test("a template is written, judged, saved, told among the revisions and taken back", async ({
  page,
  context,
}) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.configuration(configuration));
  await page.getByRole("link", { name: "containerd templates", exact: true }).click();
  await expect(page.getByRole("heading", { name: "containerd templates of edge", level: 1 })).toBeVisible();
  await expect(page.getByText(`This configuration has no ${v3}.`)).toBeVisible();
  await page.getByRole("button", { name: `Start with K3s’s own text: ${v3}` }).click();
  await expect(textOf(page)).toBeFocused();
  await expect(textOf(page)).toContainText('{{ template "base" . }}');
  await expect(page.getByRole("main").getByText("Extends K3s's own").first()).toBeVisible();
  await expect(page.getByText(/^2 nodes on v1\./)).toBeVisible();

  await typeAtEnd(page, "version = 3\n");
  await expect(page.getByText("Stops image pulls").first()).toBeVisible();
  await page.getByRole("button", { name: "Go to line 4" }).click();
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.press("Shift+End");
  await page.keyboard.type('token = "hunter2"');
  await expect(page.getByText("This cannot be saved")).toBeVisible();
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText(/^Not saved:/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await textOf(page).focus();
  await page.keyboard.press("Shift+Home");
  await page.keyboard.type("# nothing more");
  await expect(page.getByText("Stops image pulls")).toHaveCount(0);

  await page.getByRole("link", { name: "Revisions", exact: true }).click();
  await expect(page.getByRole("alertdialog")).toContainText("unsaved");
  await page.getByRole("button", { name: "Stay on this page" }).click();
  await page.getByLabel("Message of the revision").fill("with a template");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved as r2")).toBeVisible();

  await page.getByRole("link", { name: "Revisions", exact: true }).click();
  await page.getByRole("link", { name: "Changes of r2: 1" }).click();
  await expect(page.getByText("Added to the revision.")).toBeVisible();
  await expect(page.getByRole("table", { name: `${v3} of r1 and r2` })).toContainText("# nothing more");
  await page.getByRole("button", { name: "Restore r1…" }).click();
  await expect(page.getByRole("dialog")).toContainText(`The containerd templates are restored too: ${v3}.`);
  await page.getByRole("dialog").getByRole("button", { name: "Restore r1" }).click();
  await expect(page.getByRole("heading", { name: "From r2 to r3" })).toBeVisible();
  await page.goto(own.server.url + pages.configurationTemplates(configuration));
  await expect(page.getByText(`This configuration has no ${v3}.`)).toBeVisible();
});

test("a template of a node is taken over, but none with a secret", async ({ page, context }) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.node(nodes["edge-1"] ?? ""));
  await page.getByRole("link", { name: "Take over into edge" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Node", { exact: true }).selectOption({ label: `edge-2 · ${v3}` });
  await dialog.getByRole("button", { name: "Read its templates" }).click();
  await expect(dialog.getByText("It holds what looks like a secret", { exact: false })).toBeVisible();
  await expect(dialog.getByRole("button", { name: `Take over ${v3}` })).toHaveCount(0);
  expect(await page.content()).not.toContain("hunter2");
  await dialog.getByLabel("Node", { exact: true }).selectOption({ label: `edge-1 · ${v3}` });
  await dialog.getByRole("button", { name: "Read its templates" }).click();
  await dialog.getByRole("button", { name: `Take over ${v3}` }).click();
  await expect(textOf(page)).toContainText("# kept from edge-1");
  await page.getByRole("button", { name: `Remove ${v3}` }).click();
  await expect(page.getByText(`${v3} goes away with the next revision.`)).toBeVisible();
  await expect(page.getByRole("button", { name: `Undo: keep ${v3}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(textOf(page)).toContainText("# kept from edge-1");
});

test("a template and the saved work of somebody else stand beside each other", async ({ page, context }) => {
  await own.server.letIn(context);
  await page.goto(own.server.url + pages.configurationTemplates(configuration));
  await page.getByRole("button", { name: `Start with K3s’s own text: ${v3}` }).click();
  await typeAtEnd(page, "# mine");
  const { number } = await own.server.call<{ number: number }>(
    "GET",
    apis.configurationTemplates(configuration),
  );
  const templates = [{ name: v3, text: "# theirs\n" }];
  const sent = { baseNumber: number, templates };
  await own.server.call("PUT", apis.configurationTemplates(configuration), sent);
  await page.getByRole("button", { name: "Save revision" }).click();
  await page.locator("summary", { hasText: `Difference of ${v3}: r${number + 1} and yours` }).click();
  const difference = page.getByRole("table", { name: /^Difference of/ });
  await expect(difference).toContainText("# theirs");
  await expect(difference).toContainText("# mine");
  await page.getByRole("button", { name: `Keep mine on r${number + 1}` }).click();
  await expect(textOf(page)).toContainText("# mine");
  await page.getByRole("button", { name: "Save revision" }).click();
  await expect(page.getByText(`Saved as r${number + 2}`)).toBeVisible();

  await own.server.call("PATCH", apis.group(groupId), { configurationId: null });
  await own.server.call("PATCH", apis.configuration(configuration), { archived: true });
  await page.reload();
  await expect(page.getByText("This configuration is archived.", { exact: false })).toBeVisible();
  await expect(page.getByRole("region", { name: v3 })).toContainText("# mine");
  await expect(page.getByRole("button", { name: "Save revision" })).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);
});
