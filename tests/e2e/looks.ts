import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

// Each language, theme and width once: what they change does not depend on one another.
export const inEnglish = { locale: "en", theme: "light", width: 1440 } as const;
export const inChinese = { locale: "zh-CN", theme: "dark", width: 390 } as const;
const looks = [inEnglish, inChinese];

export type Look = Readonly<{ locale: string; theme: string; width: number }>;

/** Makes every page that is opened from now on look so. */
export async function dress(page: Page, server: { url: string }, look: Look): Promise<void> {
  await page.context().addCookies([
    { name: "locale", value: look.locale, url: server.url },
    { name: "theme", value: look.theme, url: server.url },
  ]);
  await page.setViewportSize({ width: look.width, height: 900 });
}

const findOverflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** No accessibility finding and no sideways scroll; a picture of it where `PULLPATH_SHOTS` names a folder. */
export async function expectFits(page: Page, name: string): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
  expect(await findOverflow(page)).toBeLessThanOrEqual(0);
  const shots = process.env["PULLPATH_SHOTS"];
  const locale = await page.locator("html").getAttribute("lang");
  if (shots) await page.screenshot({ path: `${shots}/${name}-${locale}.png`, fullPage: true });
}

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
  const width = page.viewportSize()?.width ?? inEnglish.width;
  for (const { locale, theme } of looks) {
    await dress(page, { url: new URL(page.url()).origin }, { locale, theme, width });
    for (const path of paths)
      await test.step(`${path} in ${locale}, ${theme}`, async () => {
        await page.goto(path);
        await expect(page.locator(`html[lang="${locale}"]`)).toHaveAttribute("data-theme", theme);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        const violations = await findViolations(page);
        problems.push(...violations.map((violation) => `${path} ${locale} ${theme} ${violation}`));
        const overflow = await findOverflow(page);
        if (overflow > 0) problems.push(`${path} ${locale} scrolls sideways by ${overflow}`);
      });
  }
  expect(problems).toEqual([]);
}
