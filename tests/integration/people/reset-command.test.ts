import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { added, people } from "@/tests/support/people";

const { folder } = temporaryDatabase();
const run = promisify(execFile);

const reset = (...args: string[]) =>
  run(process.execPath, [".config/reset-password.mjs", ...args], {
    env: { ...process.env, PULLPATH_DATA: folder },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );

it("prints a password that lets the administrator in, while the server has the database open", async () => {
  await added("mei", "admin");
  await sessionCookie("admin");
  const { code, stdout } = await reset("Mei");
  expect(code).toBe(0);
  const [, password = ""] = /One-time password of Mei: (\S+)\n/.exec(stdout) ?? [];
  expect((await people.logIn("mei", password)).status).toBe(201);
  expect(await db().auditEvent.count({ where: { action: "people.password-reset" } })).toBe(1);
});

it("names the administrators when the name is another, and needs one", async () => {
  await added("li", "viewer");
  const { code, stderr } = await reset("li");
  expect([code, stderr.trim()]).toEqual([
    1,
    '"li" is no administrator who may sign in. Administrators: admin, mei',
  ]);
  expect((await reset()).stderr).toContain("Usage: npm run reset-password");
});
