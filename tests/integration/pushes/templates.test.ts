import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canTakePart } from "@/lib/domain/pushes/review";
import type { PushView } from "@/lib/domain/pushes/views";
import { db } from "@/lib/server/db/client";
import { getPushDiffs } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { etc, extending, stopping } from "@/tests/integration/node-program/push";
import { templateOn, v3 } from "@/tests/integration/node-program/template-files";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  groupOf,
  machinesOf,
  mirrorTo,
  outcomesOf,
  type Pushable,
  push,
  quick,
  save,
  setTemplates,
  toStart,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";
import { reviewedIn, startReviewed, template } from "@/tests/support/template-pushes";

temporaryDatabase();
const path = `${etc}/${v3}`;
const file = mirrorTo("https://mirror.example.com");
const secret = "canary-of-the-node";
const byHand = `{{ template "base" . }}\n# password = "${secret}"\n# by hand\n`;

let fleet: TestFleet;
let pair: Pushable;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "fresh", role: "agent" },
    { name: "held", role: "agent" },
    { name: "moves", role: "agent" },
    { name: "blocked", role: "agent" },
    { name: "odd", role: "agent" },
    { name: "old", role: "agent", version: "v1.31.5+k3s1" },
  ]);
  await fleet.get("held").write(path, byHand);
  pair = await groupOf(machinesOf(fleet, ["fresh", "held"]), file);
});
afterAll(() => fleet.stop());
runnerAtWork();

const rowOf = (view: PushView, name: string) => view.nodes.find((node) => node.name === name);
const textOn = (name: string) => templateOn(fleet.get(name), v3);

describe("a template of a revision", () => {
  it("is shown node by node, and started only by somebody who read it and gives up what is there", async () => {
    await setTemplates(pair.configurationId, 1, template(extending("one")));
    const review = await reviewPush(pair.groupId, admin);
    expect(reviewedIn(review, "fresh")).toMatchObject({
      change: "both",
      templates: [{ name: v3, action: "write" }],
      foreign: null,
      warnings: [],
    });
    expect(reviewedIn(review, "held").foreign).toMatchObject({ file: false, templates: [v3] });
    expect(review.diffs).toHaveLength(2);
    const shown = review.diffs[reviewedIn(review, "held").diff ?? -1]?.templates?.[0];
    expect(shown).toMatchObject({ name: v3, action: "write", unreadable: false, cut: 0 });
    const lines = shown?.lines.map((line) => (line.kind === "gap" ? "" : `${line.kind} ${line.text}`));
    expect(lines).toEqual(expect.arrayContaining(["removed # by hand", "added # one"]));
    expect(JSON.stringify(review)).not.toContain(secret);

    const nodes = toStart(review).nodes.map(({ nodeId, reviewed }) => ({ nodeId, reviewed }));
    await expect(startReviewed(review, { nodes })).rejects.toMatchObject({
      reason: "overwriteNotAccepted",
      params: { count: 1, names: "held" },
    });
    const options = { ...quick, templatesAccepted: false };
    await expect(startReviewed(review, { options })).rejects.toMatchObject({
      code: "invalid",
      reason: "templatesNotAccepted",
      params: { count: 2, names: "fresh, held" },
    });
    expect(await db().push.count()).toBe(0);
  });

  it("goes with the file, and what K3s makes of both is compared", async () => {
    const view = await push(pair.groupId);
    expect(outcomesOf(view)).toEqual({ fresh: "changed", held: "changed" });
    for (const name of ["fresh", "held"]) {
      expect(await textOn(name)).toBe(extending("one"));
      expect(rowOf(view, name)?.evidence).toMatchObject({ generated: "equal", digest: "equal" });
      expect(rowOf(view, name)?.evidence["generatedDiffers"]).toBeUndefined();
    }
    const told = JSON.stringify([await getPushDiffs(admin, view.id), view]);
    expect(told).toContain("# by hand");
    expect(told).not.toContain(secret);
  });

  it("is right the second time, and needs nobody's word then", async () => {
    const review = await reviewPush(pair.groupId, admin);
    expect(review.nodes.map(({ change }) => change)).toEqual(["none", "none"]);
    const view = await startReviewed(review, { options: { ...quick, templatesAccepted: false } });
    expect(outcomesOf(view)).toEqual({ fresh: "unchanged", held: "unchanged" });
  });

  it("is taken away by a revision without one, and what somebody edited since stays", async () => {
    await save(pair.configurationId, mirrorTo("https://second.example.com"), 1);
    await setTemplates(pair.configurationId, 2, []);
    await fleet.get("held").write(path, extending("edited"));
    const review = await reviewPush(pair.groupId, admin);
    expect(review.revision.number).toBe(2);
    expect(reviewedIn(review, "fresh").templates).toEqual([{ name: v3, action: "remove" }]);
    expect(reviewedIn(review, "held")).toMatchObject({ templates: [], foreign: null });
    expect(outcomesOf(await startReviewed(review))).toEqual({ fresh: "changed", held: "changed" });
    expect(await textOn("fresh")).toBeNull();
    expect(await textOn("held")).toBe(extending("edited"));
    expect((await reviewPush(pair.groupId, admin)).nodes.map(({ change }) => change)).toEqual([
      "none",
      "none",
    ]);
  });

  it("comes back with its revision", async () => {
    const review = await reviewPush(pair.groupId, admin, 1);
    expect(reviewedIn(review, "held").foreign?.templates).toEqual([v3]);
    expect(outcomesOf(await startReviewed(review))).toEqual({ fresh: "changed", held: "changed" });
    expect([await textOn("fresh"), await textOn("held")]).toEqual([extending("one"), extending("one")]);
  });
});

describe("between review and push", () => {
  it("another template on the node stops it, and other ones in the revision ask for a new review", async () => {
    const machine = fleet.get("moves");
    const { groupId, configurationId } = await groupOf([machine], file);
    await setTemplates(configurationId, 1, template(extending("one")));
    const review = await reviewPush(groupId, admin);
    await machine.write(path, byHand);
    const view = await startReviewed(review);
    expect(rowOf(view, "moves")).toMatchObject({
      outcome: "failed",
      fault: { code: "file-changed", params: { path } },
    });
    expect(await machine.exists(machine.registriesPath)).toBe(false);
    expect(await machine.read(path)).toBe(byHand);

    const next = await reviewPush(groupId, admin);
    await setTemplates(configurationId, 1, template(extending("two")));
    await expect(startReviewed(next)).rejects.toMatchObject({ code: "conflict", reason: "reviewOutdated" });
  });
});

describe("a template with which containerd does not start", () => {
  it("keeps the node out, for as long as it is one for the release there", async () => {
    const machine = fleet.get("blocked");
    const { groupId, configurationId } = await groupOf([machine], file);
    await setTemplates(configurationId, 1, template(stopping));
    const review = await reviewPush(groupId, admin);
    const node = reviewedIn(review, "blocked");
    expect(node.fault).toEqual({ code: "template-stops", params: { path, reason: "twice", line: "2" } });
    expect(canTakePart(review, node)).toBe(false);
    const nodes = [{ nodeId: node.nodeId, reviewed: node.reviewed ?? "" }];
    await expect(startReviewed(review, { nodes })).rejects.toMatchObject({
      code: "invalid",
      reason: "templateStops",
      params: { count: 1, names: "blocked" },
    });
    await setTemplates(configurationId, 1, template("version = 3\n"));
    const hiding = reviewedIn(await reviewPush(groupId, admin), "blocked");
    expect(hiding).toMatchObject({
      fault: null,
      warnings: [{ code: "template-hides", params: { paths: path } }],
    });
  });

  it("is found by the push itself when the node became another one", async () => {
    const machine = fleet.get("old");
    const { groupId, configurationId } = await groupOf([machine], file);
    const name = "config.toml.tmpl" as const;
    const text = `version = 3\n[plugins."io.containerd.cri.v1.images".registry]\n  config_path = "${etc}/certs.d"\n`;
    await machine.installVersion("v1.33.5+k3s1");
    await setTemplates(configurationId, 1, [{ name, text }]);
    const review = await reviewPush(groupId, admin);
    expect(reviewedIn(review, "old").fault).toBeNull();
    await machine.installVersion("v1.31.5+k3s1");
    const view = await startReviewed(review);
    expect(rowOf(view, "old")).toMatchObject({
      outcome: "failed",
      fault: { code: "template-stops", params: { reason: "version-too-new", line: "1" } },
    });
    expect(await machine.exists(`${etc}/${name}`)).toBe(false);
  });

  it("is no matter where there is no place for one: that is told before", async () => {
    const machine = fleet.get("odd");
    const { groupId, configurationId } = await groupOf([machine], file);
    await machine.write("/etc/victim", byHand);
    await machine.run(["ln", "-s", "/etc/victim", path]);
    await setTemplates(configurationId, 1, template(extending("one")));
    const review = await reviewPush(groupId, admin);
    expect(reviewedIn(review, "odd").fault).toEqual({
      code: "not-writable",
      params: { path, reason: "not-a-file" },
    });
    // A link may lead to what nobody but root reads.
    expect(review.diffs[0]?.templates?.[0]?.unreadable).toBe(true);
    expect(JSON.stringify(review)).not.toContain("by hand");
  });
});
