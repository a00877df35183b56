import type { Page } from "@playwright/test";
import { apis } from "@/lib/domain/paths";
import type { Furnished } from "./furnish";
import { type Typing, typeInto, typeIntoPlain } from "./typing";
import { freshContext, type Visitor } from "./visit";

/** Typing in a field, beside the least it could cost. */
export type TypingRow = { name: string; typing: Typing; plain: Typing };

const largeFiles = { aThousandLines: "1,000 lines", aThousandMirrors: "1,000 mirrors" } as const;

const idIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

async function typeInEditor(page: Page, size: string): Promise<TypingRow[]> {
  const pane = page.getByRole("textbox", { name: "registries.yaml, can be edited" });
  await pane.waitFor();
  const file = await page.request.get(new URL(apis.registriesYaml(idIn(page)), page.url()).href);
  const text = await file.text();
  const plain = await typeIntoPlain(page, text);
  await page.locator("[data-editor-fields] [data-control=toggle][aria-expanded=false]").first().click();
  const field = await typeInto(page.locator('[name="definition.mirrors.0.endpoints.0.url"]'));
  const line = await typeInto(pane.locator(".cm-line", { hasText: "https://" }).first());
  return [
    { name: `a field beside ${size}`, typing: field, plain },
    { name: `the file of ${size}`, typing: line, plain },
  ];
}

async function typeInSimulator(page: Page): Promise<TypingRow[]> {
  const field = page.getByLabel("Image", { exact: true });
  await field.waitFor();
  const plain = await typeIntoPlain(page, "alpine");
  return [{ name: "the simulator's image, 100 registries", typing: await typeInto(field), plain }];
}

/** Where typing must stay quick. */
export async function typeEverywhere(
  visitor: Visitor,
  { urls, large }: Furnished,
  origin: string,
): Promise<TypingRow[]> {
  const rows: TypingRow[] = [];
  const on = async (path: string, type: (page: Page) => Promise<TypingRow[]>) => {
    const context = await freshContext(visitor);
    const page = await context.newPage();
    await page.goto(origin + path, { waitUntil: "networkidle" });
    rows.push(...(await type(page)));
    await context.close();
  };
  for (const size of ["aThousandLines", "aThousandMirrors"] as const)
    await on(large[size], (page) => typeInEditor(page, largeFiles[size]));
  await on(urls.simulator, typeInSimulator);
  return rows;
}
