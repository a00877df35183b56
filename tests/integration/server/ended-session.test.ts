import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { GET as sessions } from "@/app/api/v1/sessions/route";
import { db } from "@/lib/server/db/client";
import { apiRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

const { folder } = temporaryDatabase();

/** Each session ends just before the write that would prolong it, as when its owner logs out in another request. */
function endInThatMoment(): void {
  const file = new Database(join(folder, "pullpath.db"));
  file.exec(
    `CREATE TRIGGER end_when_prolonged BEFORE UPDATE ON "Session"
     BEGIN DELETE FROM "Session" WHERE id = OLD.id; SELECT RAISE(IGNORE); END`,
  );
  file.close();
}

it("asks for a login when the session ends in the moment in which it is prolonged", async () => {
  // One hour is left of it, so that the request prolongs it.
  const cookie = await sessionCookie("admin");
  endInThatMoment();
  const answer = await sessions(apiRequest("/api/v1/sessions", { headers: { cookie } }));
  expect([answer.status, (await answer.json()).error.reason]).toEqual([401, "loginNeeded"]);
  expect(await db().session.count()).toBe(0);
});
