import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { db } from "@/lib/server/db/client";
import { appendEvent } from "@/lib/server/pushes/events";
import { openNodeRecord } from "@/lib/server/pushes/node-record";
import { getPush, getPushEvents } from "@/lib/server/pushes/queries";
import { temporaryDatabase } from "@/tests/support/database";
import { definitionOf } from "@/tests/support/definitions";
import { admin, mirrorTo } from "@/tests/support/pushes";

temporaryDatabase();
let pushId = "";
let nodeIds: string[] = [];

beforeAll(async () => {
  const definition = definitionOf(mirrorTo("https://m.example.com"));
  const { id: configurationId } = await createConfiguration({ name: "c", definition }, admin);
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: { configurationId } });
  const nodes = Array.from({ length: 300 }, (_, position) => ({
    nodeName: `n${position}`,
    address: "",
    position,
  }));
  const push = { number: 1, groupName: "g", configurationId, revisionId, status: "running", options: "{}" };
  const { id } = await db().push.create({
    data: { ...push, startedByName: "admin", nodes: { create: nodes } },
  });
  pushId = id;
  nodeIds = (await getPush(admin, id)).nodes.map((node) => node.id);
});

const codesOf = async (pushNodeId: string) =>
  (await getPushEvents(admin, pushId))
    .filter((event) => event.pushNodeId === pushNodeId)
    .map(({ code }) => code);

describe("the record of a push", () => {
  it("keeps the order of the calls for each of many nodes, and the last phase", async () => {
    await Promise.all(
      nodeIds.map((id) => {
        const record = openNodeRecord(pushId, id);
        return Promise.all([
          record.start(new Date(0), "node-started"),
          record.event("check", "connected"),
          record.event("apply", "replaced", { path: '/etc/it\'s "here" – 在' }),
        ]);
      }),
    );
    const view = await getPush(admin, pushId);
    expect(new Set(view.nodes.map(({ phase }) => phase))).toEqual(new Set(["apply"]));
    expect(new Set(view.nodes.map(({ startedAt }) => startedAt))).toEqual(
      new Set(["1970-01-01T00:00:00.000Z"]),
    );
    for (const id of [nodeIds[0] ?? "", nodeIds.at(-1) ?? ""])
      expect(await codesOf(id)).toEqual(["node-started", "connected", "replaced"]);
    const events = await getPushEvents(admin, pushId);
    expect(events.at(-1)?.params).toEqual({ path: '/etc/it\'s "here" – 在' });
    expect(Math.abs(Date.parse(events[0]?.at ?? "") - Date.now())).toBeLessThan(60_000);
  });

  it("gives a node one outcome, whether two come together or one after the other", async () => {
    const [id = ""] = nodeIds;
    const record = openNodeRecord(pushId, id);
    const changed = { outcome: "changed" as const, fault: null, evidence: { mode: "600" } };
    const failed = {
      outcome: "failed" as const,
      fault: { code: "protocol" as const, params: {} },
      evidence: {},
    };
    await Promise.all([record.end(changed), record.end(failed)]);
    await record.end(failed);
    const [node] = (await getPush(admin, pushId)).nodes;
    expect(node).toMatchObject({ phase: "done", outcome: "changed", fault: null, evidence: { mode: "600" } });
    expect((await codesOf(id)).filter((code) => code === "node-ended")).toHaveLength(1);
    await record.event("verify", "watching");
    expect((await getPush(admin, pushId)).nodes[0]?.phase).toBe("done");
  });

  it("loses nothing of others where one line cannot be written", async () => {
    const bad = appendEvent({ pushId: randomUUID(), code: "lost" });
    const good = appendEvent({ pushId, code: "kept" });
    await expect(bad).rejects.toThrow();
    await good;
    expect((await getPushEvents(admin, pushId)).at(-1)?.code).toBe("kept");
  });
});
