import { expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const put = (key: string) => db().setting.create({ data: { key, value: "" } });
const keys = async () => (await db().setting.findMany({ orderBy: { key: "asc" } })).map((row) => row.key);

it("keeps a write that was confirmed beside a transaction that rolled back", async () => {
  let loose: Promise<unknown> = Promise.resolve();
  const failing = db().$transaction(async (tx) => {
    await tx.setting.create({ data: { key: "inside", value: "" } });
    loose = put("beside");
    await tx.setting.count();
    throw new Error("roll back");
  });
  await expect(failing).rejects.toThrow("roll back");
  await loose;
  expect(await keys()).toEqual(["beside"]);
});

it("hides what an open transaction wrote from everybody else", async () => {
  let seen: Promise<string[]> = Promise.resolve([]);
  await db().$transaction(async (tx) => {
    await tx.setting.create({ data: { key: "half", value: "" } });
    seen = keys();
    await tx.setting.delete({ where: { key: "half" } });
  });
  expect(await seen).not.toContain("half");
});

it("runs transactions one after another, so that a counter loses nothing", async () => {
  await put("counter");
  const add = () =>
    db().$transaction(async (tx) => {
      const row = await tx.setting.findUniqueOrThrow({ where: { key: "counter" } });
      await tx.setting.update({ where: { key: "counter" }, data: { value: `${row.value}x` } });
    });
  await Promise.all(Array.from({ length: 20 }, add));
  expect((await db().setting.findUniqueOrThrow({ where: { key: "counter" } })).value).toHaveLength(20);
});

it("ends a transaction that waits for itself through the client, and goes on after it", async () => {
  const waiting = db().$transaction(
    async (tx) => {
      await db().setting.count();
      await tx.setting.create({ data: { key: "late", value: "" } });
    },
    { timeout: 50 },
  );
  await expect(waiting).rejects.toMatchObject({ code: "P2028" });
  expect(await keys()).not.toContain("late");
});

it("enforces foreign keys", async () => {
  const orphan = db().session.create({
    data: { id: "s", token: "t", userId: "nobody", expiresAt: new Date() },
  });
  await expect(orphan).rejects.toMatchObject({ code: "P2003" });
});
