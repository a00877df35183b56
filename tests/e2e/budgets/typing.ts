import type { Locator, Page } from "@playwright/test";

export type Typing = {
  /** Milliseconds from a key to the frame that shows it. */
  median: number;
  p95: number;
  worst: number;
};

/** Some keys in a row, then a pause in which whatever waits for pauses begins, so that the next key meets it. */
const rhythm = [30, 30, 30, 160];
const rounds = 7;

/** Runs in the page: notes for each key how long after it the next frame was painted. */
function noteKeys(): void {
  const keys: number[] = [];
  Object.assign(window, { keys });
  window.addEventListener(
    "keydown",
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => keys.push(performance.now() - timeStamp);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;

/** Types where the caret is. The keys come in a rhythm of their own, as a person's would. */
async function typeThere(page: Page): Promise<Typing> {
  await page.evaluate(noteKeys);
  for (let round = 0; round < rounds; round++)
    for (const delay of rhythm) await page.keyboard.type("a", { delay });
  const count = rounds * rhythm.length;
  await page.waitForFunction((all) => (window as unknown as { keys: number[] }).keys.length >= all, count);
  const keys = await page.evaluate(() => (window as unknown as { keys: number[] }).keys);
  const sorted = keys.toSorted((one, other) => one - other);
  return {
    median: at(sorted, 0.5),
    p95: at(sorted, 0.95),
    worst: at(sorted, 1),
  };
}

export async function typeInto(field: Locator): Promise<Typing> {
  const page = field.page();
  await field.click();
  // In front of a quote that closes.
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  return typeThere(page);
}

/** The same in a plain text area with the same text on the same page, which is the least that typing there can cost. */
export async function typeIntoPlain(page: Page, text: string): Promise<Typing> {
  await page.evaluate((value) => {
    const area = document.createElement("textarea");
    area.id = "plain";
    area.style.cssText = "position: fixed; inset: 0 auto auto 0; z-index: 99; width: 40rem; height: 30rem";
    area.value = value;
    document.body.append(area);
  }, text);
  const area = page.locator("#plain");
  const typing = await typeInto(area);
  await area.evaluate((element) => element.remove());
  return typing;
}
