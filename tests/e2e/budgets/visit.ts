import type { Browser, BrowserContext, Cookie, Page } from "@playwright/test";
import { type Transfer, watchTransfers } from "./transfers";
import { readVitals, type Vitals, watchVitals } from "./vitals";

export type Visit = { transfers: Transfer[]; vitals: Vitals };

export type Visitor = {
  browser: Browser;
  cookies: readonly Cookie[];
  /** As on a computer four times slower, behind a slow mobile network. */
  slow?: boolean;
};

const slowNetwork = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 };

export async function slowDown(page: Page, rate = 4): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** A browser that was never here before. */
export async function freshContext({ browser, cookies }: Visitor): Promise<BrowserContext> {
  const viewport = { width: 1440, height: 900 };
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  await context.addCookies([...cookies]);
  await context.addInitScript(watchVitals);
  return context;
}

/** Opens a page with nothing in the cache, and waits until it rests. */
export async function visit(visitor: Visitor, url: string): Promise<Visit> {
  const context = await freshContext(visitor);
  const page = await context.newPage();
  const transfers = await watchTransfers(page);
  if (visitor.slow) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slowNetwork);
    await slowDown(page);
  }
  await page.goto(url, { waitUntil: "networkidle" });
  const vitals = await readVitals(page);
  await context.close();
  return { transfers, vitals };
}
