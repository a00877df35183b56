import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { checkDrift } from "@/lib/server/drift/check-drift";
import { getDrift } from "@/lib/server/drift/queries";
import { snoozeDrift } from "@/lib/server/drift/snooze-drift";
import { etc, extending } from "@/tests/integration/node-program/push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  groupOf,
  machinesOf,
  mirrorTo,
  type Pushable,
  push,
  quick,
  setTemplates,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const v3 = "config-v3.toml.tmpl" as const;
const path = `${etc}/${v3}`;
const names = ["a1", "a2", "a3"];

let fleet: TestFleet;
let group: Pushable;
beforeAll(async () => {
  fleet = await startNodes(names.map((name) => ({ name, role: "agent" as const })));
  group = await groupOf(machinesOf(fleet, names), mirrorTo("https://mirror.example.com"));
  await setTemplates(group.configurationId, 1, [{ name: v3, text: extending("wanted") }]);
});
afterAll(() => fleet.stop());
runnerAtWork();

const states = async () => (await checkDrift(group.nodeIds, admin)).map(({ state }) => state);
const find = async (name: string) => (await getDrift(admin)).nodes.find((node) => node.name === name);

it("counts a template as part of what is wanted", async () => {
  await push(group.groupId, { ...quick, canary: false });
  expect(await states()).toEqual(["in-sync", "in-sync", "in-sync"]);
});

it("calls one that differs or is gone drift, and shows it without its secrets", async () => {
  await fleet.get("a1").write(path, `${extending("by hand")}# token = "canary"\n`);
  await fleet.get("a2").remove(path);
  await fleet.get("a3").write(path, extending("wanted"));
  expect(await states()).toEqual(["drifted", "drifted", "pending-restart"]);
  const { nodes, diffs } = await getDrift(admin);
  const [edited, gone] = nodes.map(({ difference }) => diffs[difference ?? ""]?.templates?.[0]);
  expect(JSON.stringify(edited?.lines)).toContain("# by hand");
  expect(JSON.stringify(edited?.lines)).toContain("# wanted");
  expect(gone?.lines.every(({ kind }) => kind === "added")).toBe(true);
  expect(nodes[0]?.difference).not.toBe(nodes[1]?.difference);
  expect(JSON.stringify({ nodes, diffs, rows: await db().driftCheck.findMany() })).not.toContain("canary");
});

it("snoozes a difference until the template becomes another one", async () => {
  const [first = ""] = group.nodeIds;
  await snoozeDrift({ nodeIds: [first], reason: "later", days: 7 }, admin);
  expect((await find("a1"))?.snooze).not.toBeNull();
  await fleet.get("a1").write(path, extending("again"));
  await checkDrift([first], admin);
  expect((await find("a1"))?.snooze).toBeNull();
});

it("leaves a template that nobody wants alone", async () => {
  await push(group.groupId, { ...quick, canary: false });
  await fleet.get("a1").write(`${etc}/config.toml.tmpl`, extending("somebody else's"));
  expect(await states()).toEqual(["in-sync", "in-sync", "in-sync"]);
});
