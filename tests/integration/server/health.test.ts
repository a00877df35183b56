import { renameSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { GET as health } from "@/app/api/v1/health/route";
import { db } from "@/lib/server/db/client";
import { apiRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

const { folder } = temporaryDatabase();

it("answers a stranger with four words and no detail", async () => {
  const answer = await health(apiRequest("/api/v1/health"));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({
    status: "ok",
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    database: "ok",
    secrets: "ready",
  });
});

it("says that the database fails, and nothing of where it is", async () => {
  await db().$disconnect();
  renameSync(join(folder, "pullpath.db"), join(folder, "gone.db"));
  const answer = await health(apiRequest("/api/v1/health"));
  const text = await answer.text();
  expect(answer.status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ status: "failing", database: "failing" });
  expect(text).not.toContain(folder);
});
