import { beforeAll, describe, expect, it } from "vitest";
import { GET as exportRoute } from "@/app/api/v1/audit/export/route";
import { GET as verificationRoute } from "@/app/api/v1/audit/verification/route";
import { apis, pages } from "@/lib/domain/paths";
import { recordAudits } from "@/lib/server/audit";
import { listAudit } from "@/lib/server/audit-trail/queries";
import { db } from "@/lib/server/db/client";
import { createGroup, deleteGroup } from "@/lib/server/groups/write-group";
import { actorWith, loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { tamper } from "./tamper";

const { folder } = temporaryDatabase();
const admin = actorWith("admin");
const auditor = actorWith("auditor");
const secret = "canary-Zx81";

const group = (name: string) => createGroup({ name, note: "", configurationId: null, nodeIds: [] }, admin);
const ask = async (format: string, query = {}) =>
  exportRoute(await loggedInRequest("auditor", apis.auditExport(format, query)));

let kept = "";
let gone = "";

beforeAll(async () => {
  kept = (await group("kept")).id;
  gone = (await group("gone")).id;
  await deleteGroup(gone, admin);
  const tested = Array.from({ length: 120 }, (_, index) => ({
    action: "node.tested" as const,
    target: { type: "node", id: `node-${index}`, name: `=edge ${index}` },
    detail: { password: secret, url: `https://robot:${secret}@mirror.example`, index },
  }));
  await recordAudits(db(), actorWith("operator"), tested);
  await recordAudits(db(), actorWith("viewer"), [{ action: "session.created", result: "refused" }]);
});

describe("a page of the log", () => {
  it("is the newest, and leads to the older ones without a gap", async () => {
    const seen: number[] = [];
    let before: number | undefined;
    for (;;) {
      const { events, older } = await listAudit(auditor, { before });
      seen.push(...events.map(({ id }) => id));
      expect(events.length).toBeLessThanOrEqual(50);
      if (older === null) break;
      before = older;
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index));
    expect(seen.length).toBeGreaterThanOrEqual(123);
  });

  it.each([
    [{ actor: "operator" }, 50],
    [{ action: "groups" as const }, 3],
    [{ target: "kept" }, 1],
    [{ target: "node-7" }, 1],
    [{ actor: "admin", target: "gone" }, 2],
    [{ result: "refused" as const }, 1],
    [{ result: "failed" as const }, 0],
    [{ from: "2020-01-01", to: "2020-12-31" }, 0],
    [{ from: "2020-01-01", action: "groups" as const }, 3],
  ])("holds what fits %j", async (filter, count) => {
    expect((await listAudit(auditor, filter)).events).toHaveLength(count);
  });

  it("leads to what is still there", async () => {
    const { events } = await listAudit(auditor, { action: "groups" });
    expect(events.map(({ action, target }) => [action, target?.name, target?.href])).toEqual([
      ["group.deleted", "gone", null],
      ["group.created", "gone", null],
      ["group.created", "kept", pages.group(kept)],
    ]);
  });

  it("tells facts, and no secrets", async () => {
    const page = await listAudit(auditor, { target: "node-7" });
    expect(page.events[0]?.facts).toContainEqual({ name: "index", value: "7" });
    expect(JSON.stringify(page)).not.toContain(secret);
  });

  it("is shown although somebody wrote nonsense into it", async () => {
    tamper(folder, `UPDATE "AuditEvent" SET detail = 'no json', result = 'odd' WHERE "targetId" = 'node-9'`);
    const [event] = (await listAudit(auditor, { target: "node-9" })).events;
    expect(event).toMatchObject({ result: "failed", facts: [{ name: "detail", value: "no json" }] });
  });

  it.each(["viewer", "editor", "operator"] as const)("is closed to the role %s", async (role) => {
    await expect(listAudit(actorWith(role), {})).rejects.toMatchObject({ reason: "permissionMissing" });
  });
});

describe("an export", () => {
  it("is a file of all that fits, oldest first", async () => {
    const answer = await ask("csv", { action: "groups" });
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="pullpath-audit-[\d-]+\.csv"$/,
    );
    const lines = (await answer.text()).trimEnd().split("\r\n");
    expect(lines.map((line) => line.split(",")[4])).toEqual([
      "action",
      "group.created",
      "group.created",
      "group.deleted",
    ]);
  });

  it("takes more than one page, defuses formulas and holds no secret", async () => {
    const more = Array.from({ length: 600 }, () => ({ action: "node.tested" as const }));
    await recordAudits(db(), actorWith("operator"), more);
    const text = await (await ask("csv", { actor: "operator" })).text();
    expect(text.trimEnd().split("\r\n")).toHaveLength(1 + 720);
    expect(text).toContain(",'=edge 7,");
    expect(text).not.toContain(",=");
    expect(text).not.toContain(secret);
  });

  it("has a line of JSON for each event", async () => {
    const text = await (await ask("jsonl", { target: "kept" })).text();
    expect(JSON.parse(text)).toMatchObject({ action: "group.created", targetId: kept, detail: { nodes: 0 } });
  });

  it("is recorded, and not in itself", async () => {
    const text = await (await ask("jsonl", { action: "audit" })).text();
    const [newest] = (await listAudit(auditor, { action: "audit" })).events;
    expect(newest).toMatchObject({ action: "audit.exported", actorName: "auditor" });
    expect(newest?.facts).toEqual([
      { name: "format", value: "jsonl" },
      { name: "action", value: "audit" },
    ]);
    expect(text).not.toContain(`"id":${newest?.id},`);
  });

  it.each([{ from: "yesterday" }, { action: "weather" }, { result: "odd" }, { colour: "red" }])(
    "refuses %j",
    async (query) => {
      expect((await ask("csv", query)).status).toBe(400);
    },
  );

  it("refuses another format", async () => {
    expect((await ask("xlsx")).status).toBe(400);
  });
});

it("is verified by an auditor over the API", async () => {
  const verify = async () => {
    const answer = await verificationRoute(await loggedInRequest("auditor", apis.auditVerification()));
    return [answer.status, await answer.json()];
  };
  const [status, before] = await verify();
  expect(status).toBe(200);
  tamper(folder, `UPDATE "AuditEvent" SET "actorName" = 'other' WHERE "targetId" = 'node-3'`);
  const [, after] = await verify();
  expect(after).toMatchObject({ ok: false, why: "changed", covered: before.covered - 1 });
});
