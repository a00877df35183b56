import { expect, type Page } from "@playwright/test";
import { pages } from "@/lib/domain/paths";
import { freshContext, slowDown, type Visitor } from "./visit";
import { readVitals } from "./vitals";

/** What a person does on the way to a first edit. */
async function walk(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Configurations" }).click();
  await page.getByRole("link", { name: "edge", exact: true }).click();
  await page.getByRole("textbox", { name: "registries.yaml, can be edited" }).waitFor();
  await page.getByRole("button", { name: "Add mirror" }).click();
  await page.keyboard.type("quay.io");
  await page.getByRole("radio", { name: "File" }).check({ force: true });
  await page.getByRole("radio", { name: "Split" }).check({ force: true });
  await page.keyboard.press("Control+z");
  await expect(page.locator(".cm-content")).not.toContainText("quay.io");
}

/** How long the slowest of a row of interactions took to show. */
export async function slowestReaction(visitor: Visitor, origin: string): Promise<number> {
  const context = await freshContext(visitor);
  const page = await context.newPage();
  if (visitor.slow) await slowDown(page);
  await page.goto(origin + pages.overview());
  await walk(page);
  const { reaction } = await readVitals(page);
  await context.close();
  return reaction;
}
