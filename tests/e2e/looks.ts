import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

// Each language and each theme once: what they change does not depend on one another.
const looks = [
  { locale: "en", theme: "light" },
  { locale: "zh-CN", theme: "dark" },
] as const;

/** Addresses of every page, those of single things taken from where they are linked. */
async function findPages(page: Page): Promise<string[]> {
  const found = [
    "/",
    "/configurations/new",
    "/configurations/import",
    "/simulate",
    "/simulate?image=nginx&assume=1:404&nodefault=1",
    "/nodes/new",
    "/nodes/import",
    "/pushes/new",
    "/drift",
    "/drift?state=drifted",
    "/audit",
    "/audit?actor=nobody",
  ];
  for (const list of [
    "/configurations",
    "/nodes",
    "/pushes",
    "/credentials",
    "/credentials?kind=tls",
    "/credentials?kind=ssh",
  ]) {
    await page.goto(list);
    found.push(list);
    const link = page.getByRole("main").getByRole("rowheader").getByRole("link").first();
    const href = (await link.count()) > 0 ? await link.getAttribute("href") : null;
    if (href) found.push(href);
    if (href && list === "/configurations") found.push(`${href}/templates`);
  }
  const group = page.getByRole("link", { name: "edge", exact: true }).first();
  await page.goto("/nodes");
  found.push(
    (await group.getAttribute("href")) ?? "/nodes",
    "/settings/sessions",
    "/settings/people",
    "/settings/tokens",
    "/settings/password",
  );
  return [...new Set(found)];
}

/** What axe finds on the page as it is. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`);
}

/** Every page in both languages and themes: no accessibility finding, no sideways scroll, nothing in the console. */
export async function lookAtEveryPage(page: Page): Promise<void> {
  const problems: string[] = [];
  page.on(
    "console",
    (message) => message.type() === "error" && problems.push(`${page.url()} ${message.text()}`),
  );
  page.on("pageerror", (error) => problems.push(`${page.url()} ${error.message}`));
  const paths = await findPages(page);
  for (const { locale, theme } of looks) {
    const url = new URL(page.url()).origin;
    await page.context().addCookies([
      { name: "locale", value: locale, url },
      { name: "theme", value: theme, url },
    ]);
    for (const path of paths)
      await test.step(`${path} in ${locale}, ${theme}`, async () => {
        await page.goto(path);
        await expect(page.locator(`html[lang="${locale}"]`)).toHaveAttribute("data-theme", theme);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const violations = await findViolations(page);
        problems.push(...violations.map((violation) => `${path} ${locale} ${theme} ${violation}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) problems.push(`${path} ${locale} scrolls sideways by ${overflow}`);
      });
  }
  expect(problems).toEqual([]);
}
