import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cookie, expect, test } from "@playwright/test";
import { apis, pages } from "@/lib/domain/paths";
import { startNodes } from "@/tests/support/nodes/start-nodes";
import { type PageName, partBudgets } from "./budgets/budget-table";
import { overBudget, weightOf } from "./budgets/check-bytes";
import { chunkWeights } from "./budgets/editor-chunks";
import { furnish } from "./budgets/furnish";
import { slowestReaction } from "./budgets/journey";
import { type PageFigures, reportText, writeReport } from "./budgets/report";
import type { Transfer } from "./budgets/transfers";
import { typeEverywhere } from "./budgets/type-everywhere";
import { visit } from "./budgets/visit";
import { OwnServer } from "./own-server";

/** The others are made of the same parts. */
const slowlySeen: readonly PageName[] = ["login", "overview", "editor"];

test("every page keeps its budget of bytes, and its times are written down", async ({
  browser,
  context,
  request,
}) => {
  const data = mkdtempSync(join(tmpdir(), "pullpath-budgets-"));
  const machines = await startNodes([{ name: "b1", role: "agent" }]);
  const server = new OwnServer(data);
  const figures: PageFigures[] = [];
  const seen = new Map<PageName, Transfer[]>();
  let cookies: Cookie[] = [];
  const look = async (name: PageName, path: string) => {
    const both = { browser, cookies };
    const { transfers, vitals } = await visit(both, server.url + path);
    const slow = slowlySeen.includes(name) ? await visit({ ...both, slow: true }, server.url + path) : null;
    seen.set(name, transfers);
    figures.push({
      name,
      weight: weightOf(transfers, server.url),
      quick: vitals,
      slow: slow?.vitals ?? null,
    });
  };
  try {
    await server.start();
    await look("setup", pages.setup());
    await server.setUp();
    await look("login", pages.login());
    await server.letIn(context);
    cookies = await context.cookies();
    const furnished = await furnish(server, machines);
    for (const [name, path] of Object.entries(furnished.urls)) await look(name as PageName, path);

    const chunks = await chunkWeights(request, seen.get("editor") ?? []);
    const visitor = { browser, cookies };
    const empty = server.url + apis.health();
    const text = reportText({
      pages: figures,
      chunks,
      empty: {
        quick: (await visit(visitor, empty)).vitals,
        slow: (await visit({ ...visitor, slow: true }, empty)).vitals,
      },
      typing: await typeEverywhere(visitor, furnished, server.url),
      reactions: {
        quick: await slowestReaction(visitor, server.url),
        slow: await slowestReaction({ ...visitor, slow: true }, server.url),
      },
    });
    writeReport(text);

    expect(figures.flatMap(({ name, weight }) => overBudget(name, weight))).toEqual([]);
    for (const chunk of ["editorChunk", "re2Chunk"] as const)
      expect(chunks[chunk].first, `${chunk} is fetched once the page stands`).toBe(0);
    // The other one is read by the worker, whose requests are none of the page's.
    expect(chunks.editorChunk.later).toBeGreaterThan(0);
    expect(chunks.editorChunk.later).toBeLessThanOrEqual(partBudgets.editorChunk);
  } finally {
    await server.kill();
    await machines.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
