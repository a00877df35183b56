import { beforeEach, describe, expect, it } from "vitest";
import { recordAudit, recordAudits } from "@/lib/server/audit";
import { verifyAudit } from "@/lib/server/audit-trail/verify-audit";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { singleton } from "@/lib/server/singleton";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { tamper } from "./tamper";

const { folder } = temporaryDatabase();
const admin = actorWith("admin");
const auditor = actorWith("auditor");
const change = (...statements: string[]) => tamper(folder, ...statements);
const entry = (name: string) => ({
  action: "node.tested" as const,
  target: { type: "node", id: name, name },
  detail: { name },
});

/** Five events, of which the third and fourth are like one another. */
beforeEach(async () => {
  change(`DELETE FROM "AuditEvent"`, `DELETE FROM "Setting" WHERE key = 'audit.head'`);
  await recordAudits(db(), admin, ["a", "b", "c", "c", "e"].map(entry));
});

describe("the chain", () => {
  it("grows by events of many commands at once", async () => {
    const names = Array.from({ length: 20 }, (_, index) => `group ${index} ${Date.now()}`);
    await Promise.all([
      ...names.map((name) => createGroup({ name, note: "", configurationId: null, nodeIds: [] }, admin)),
      ...names.map((name) => recordAudit(db(), admin, entry(name))),
    ]);
    expect(await verifyAudit(auditor)).toEqual({ ok: true, covered: 45, earlier: 0, unsealed: 0 });
  });

  it("holds a name with half of a pair, as the database keeps it", async () => {
    await recordAudit(db(), actorWith("admin", { name: "b\udc00" }), entry("a\ud800"));
    expect(await verifyAudit(auditor)).toMatchObject({ ok: true, covered: 6 });
  });

  it("is walked along once for all who ask at the same time", async () => {
    const [one, other] = await Promise.all([verifyAudit(auditor), verifyAudit(admin)]);
    expect(one).toBe(other);
    await recordAudit(db(), admin, entry("f"));
    expect(await verifyAudit(auditor)).toMatchObject({ covered: 6 });
  });

  it("keeps nothing of what was rolled back, and goes on behind it", async () => {
    await db()
      .$transaction(async (tx) => {
        await recordAudit(tx, admin, entry("undone"));
        throw new Error("undone");
      })
      .catch(() => undefined);
    await recordAudit(db(), admin, entry("f"));
    expect(await verifyAudit(auditor)).toMatchObject({ ok: true, covered: 6 });
  });

  it("is walked in pages", async () => {
    await recordAudits(
      db(),
      admin,
      Array.from({ length: 2500 }, (_, index) => entry(String(index))),
    );
    expect(await verifyAudit(auditor)).toMatchObject({ ok: true, covered: 2505 });
  });

  it("is whole while nothing was written", async () => {
    change(`DELETE FROM "AuditEvent"`, `DELETE FROM "Setting" WHERE key = 'audit.head'`);
    expect(await verifyAudit(auditor)).toEqual({ ok: true, covered: 0, earlier: 0, unsealed: 0 });
  });

  it("refuses to change and to delete events", async () => {
    const refused = /append-only/;
    await expect(db().$executeRaw`UPDATE "AuditEvent" SET "actorName" = 'x'`).rejects.toThrow(refused);
    await expect(db().$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow(refused);
  });

  it("begins at the first event with a digest", async () => {
    change(
      `DELETE FROM "AuditEvent"`,
      `DELETE FROM "Setting" WHERE key = 'audit.head'`,
      `INSERT INTO "AuditEvent" ("at", "actorName", "action", "result") VALUES ('2026-01-01T00:00:00.000+00:00', 'old', 'setup.done', 'ok')`,
    );
    expect(await verifyAudit(auditor)).toEqual({ ok: true, covered: 0, earlier: 1, unsealed: 0 });
    await recordAudits(db(), admin, [entry("a"), entry("b")]);
    expect(await verifyAudit(auditor)).toEqual({ ok: true, covered: 2, earlier: 1, unsealed: 0 });
  });

  it("goes on around events that were written while the vault was closed", async () => {
    const vault = singleton<{ state: string }>("vault", () => ({ state: "" }));
    vault.state = "key-missing";
    await recordAudit(db(), admin, entry("closed"));
    vault.state = "ready";
    expect(await verifyAudit(auditor)).toEqual({ ok: true, covered: 5, earlier: 0, unsealed: 1 });
    await recordAudit(db(), admin, entry("open"));
    expect(await verifyAudit(auditor)).toEqual({ ok: true, covered: 6, earlier: 0, unsealed: 1 });
  });

  it("is verified only for those who may read it", async () => {
    await expect(verifyAudit(actorWith("operator"))).rejects.toMatchObject({ reason: "permissionMissing" });
  });
});

/** The ids of the five. */
async function ids(): Promise<number[]> {
  return (await db().auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
}

const swap = (one: number, other: number) => [
  `UPDATE "AuditEvent" SET id = -1 WHERE id = ${one}`,
  `UPDATE "AuditEvent" SET id = ${one} WHERE id = ${other}`,
  `UPDATE "AuditEvent" SET id = ${other} WHERE id = -1`,
];

describe("what somebody without the master key does to the file", () => {
  it.each([
    "at",
    "actorId",
    "actorName",
    "action",
    "targetType",
    "targetId",
    "targetName",
    "result",
    "address",
    "detail",
  ])("is found where %s was changed", async (column) => {
    const [, second = 0] = await ids();
    const value = column === "at" ? "'2026-01-01T00:00:00.000+00:00'" : "'other'";
    change(`UPDATE "AuditEvent" SET "${column}" = ${value} WHERE id = ${second}`);
    expect(await verifyAudit(auditor)).toMatchObject({
      ok: false,
      id: second,
      why: "changed",
      covered: 4,
      further: 0,
    });
  });

  it("is found in each place where it was changed", async () => {
    const [first, , third = 0] = await ids();
    change(`UPDATE "AuditEvent" SET "actorName" = 'other' WHERE id IN (${first}, ${third})`);
    expect(await verifyAudit(auditor)).toMatchObject({ id: first, why: "changed", covered: 3, further: 1 });
  });

  it.each([0, 1, 2, 3])("is found where event %i was removed", async (index) => {
    const gone = (await ids())[index] ?? 0;
    change(`DELETE FROM "AuditEvent" WHERE id = ${gone}`);
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: gone, why: "missing" });
  });

  it("is found where the newest were removed, also after new ones came", async () => {
    const all = await ids();
    change(`DELETE FROM "AuditEvent" WHERE id >= ${all[3]}`);
    const expected = { ok: false, id: all[3], why: "missing", further: 0 };
    expect(await verifyAudit(auditor)).toMatchObject({ ...expected, covered: 3 });
    await recordAudit(db(), admin, entry("later"));
    expect(await verifyAudit(auditor)).toMatchObject(expected);
  });

  it("is found where two were swapped", async () => {
    const [, second = 0, third = 0] = await ids();
    change(...swap(second, third));
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: second, why: "changed" });
  });

  it("is found where two alike were swapped", async () => {
    const [, , third = 0, fourth = 0] = await ids();
    change(...swap(third, fourth));
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: third, why: "changed" });
  });

  it("is found where an event lost its digest", async () => {
    const [, second = 0, third, , last] = await ids();
    change(`UPDATE "AuditEvent" SET digest = NULL, "actorName" = 'x' WHERE id = ${second}`);
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: third, why: "changed" });
    change(`UPDATE "AuditEvent" SET digest = NULL`);
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: last, why: "changed", covered: 0 });
  });

  it("is found where an event was put in", async () => {
    const last = (await ids()).at(-1) ?? 0;
    change(
      `INSERT INTO "AuditEvent" ("id", "at", "actorName", "action", "result", "digest")
       SELECT id + 1, at, 'x', action, result, digest FROM "AuditEvent" WHERE id = ${last}`,
    );
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: last + 1, why: "changed" });
  });

  it("is found where the head is gone, or an older one", async () => {
    const old = await db().setting.findUniqueOrThrow({ where: { key: "audit.head" } });
    await recordAudit(db(), admin, entry("f"));
    const last = (await ids()).at(-1);
    change(`UPDATE "Setting" SET value = '${old.value}' WHERE key = 'audit.head'`);
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: last, why: "head" });
    change(`UPDATE "Setting" SET value = '{"id":${last},"digest":"x","seal":"x"}' WHERE key = 'audit.head'`);
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: last, why: "head" });
    change(`DELETE FROM "Setting" WHERE key = 'audit.head'`);
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: last, why: "head" });
    await recordAudit(db(), admin, entry("g"));
    expect(await verifyAudit(auditor)).toMatchObject({ ok: false, id: (last ?? 0) + 1, why: "changed" });
  });
});
