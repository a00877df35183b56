import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Adapter, createGate, plain } from "@/lib/server/db/gate";

const folder = mkdtempSync(join(tmpdir(), "pullpath-gate-"));
let inner: Adapter;
let gate: ReturnType<typeof createGate>;
/** What reached the database, in order. */
let sent: string[] = [];

beforeAll(async () => {
  const real = await new PrismaBetterSqlite3({ url: `file:${join(folder, "gate.db")}` }).connect();
  const note = <Value>(sql: string, work: () => Promise<Value>) => {
    sent.push(sql);
    return work();
  };
  inner = Object.assign(Object.create(real) as Adapter, {
    queryRaw: (query: Parameters<Adapter["queryRaw"]>[0]) => note(query.sql, () => real.queryRaw(query)),
    executeRaw: (query: Parameters<Adapter["queryRaw"]>[0]) => note(query.sql, () => real.executeRaw(query)),
  });
  await real.executeScript('CREATE TABLE "t" ("k" TEXT PRIMARY KEY)');
});
beforeEach(async () => {
  await inner.executeRaw(plain('DELETE FROM "t"'));
  gate = createGate(inner);
  sent = [];
});
afterAll(async () => {
  await inner.dispose();
  rmSync(folder, { recursive: true });
});

const run = (sql: string) => {
  const query = plain(sql);
  return gate.run(query, () => inner.executeRaw(query));
};
const put = (key: string) => run(`INSERT INTO "t" VALUES ('${key}')`);
const keys = async () => {
  const query = plain('SELECT "k" FROM "t" ORDER BY "k"');
  return (await gate.run(query, () => inner.queryRaw(query))).rows.flat();
};
const countSent = (word: string) => sent.filter((sql) => sql.startsWith(word)).length;

describe("writes of one turn", () => {
  it("share a transaction, and a single one needs none", async () => {
    await Promise.all(["a", "b", "c"].map(put));
    expect([countSent("BEGIN"), countSent("COMMIT"), countSent("INSERT")]).toEqual([1, 1, 3]);
    await put("d");
    expect(countSent("BEGIN")).toBe(1);
    expect(await keys()).toEqual(["a", "b", "c", "d"]);
  });

  it("fail each by itself where a constraint is violated", async () => {
    const ended = await Promise.allSettled(["a", "a", "b"].map(put));
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await keys()).toEqual(["a", "b"]);
  });

  it("run once more, each alone, where one fails for another reason", async () => {
    const ended = await Promise.allSettled([put("a"), run("INSERT INTO nowhere VALUES (1)"), put("b")]);
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(countSent("ROLLBACK")).toBe(1);
    expect(await keys()).toEqual(["a", "b"]);
  });

  it("keep their order around somebody who has the connection for himself", async () => {
    const order: string[] = [];
    const noted = (name: string, work: Promise<unknown>) => work.then(() => order.push(name));
    await Promise.all([
      noted("a", put("a")),
      noted(
        "stay",
        gate.stay(async () => void (await inner.executeRaw(plain(`INSERT INTO "t" VALUES ('s')`)))),
      ),
      noted("b", put("b")),
    ]);
    expect(order).toEqual(["a", "stay", "b"]);
  });
});

describe("a read", () => {
  it("does not wait for writes that are not confirmed, and sees those that are", async () => {
    const writing = put("a");
    expect(await keys()).toEqual([]);
    await writing;
    expect(await keys()).toEqual(["a"]);
  });

  it("sees nothing of a transaction that is open", async () => {
    let seen: unknown;
    await gate.stay(async () => {
      await inner.executeRaw(plain("BEGIN"));
      await inner.executeRaw(plain(`INSERT INTO "t" VALUES ('half')`));
      seen = keys();
      await inner.executeRaw(plain("ROLLBACK"));
    });
    expect(await seen).toEqual([]);
  });
});
