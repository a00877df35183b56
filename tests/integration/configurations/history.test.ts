import { describe, expect, it } from "vitest";
import type { Outcome } from "@/lib/domain/pushes/outcomes";
import { listHistory } from "@/lib/server/configurations/revision-history";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, mirror } from "@/tests/support/definitions";

temporaryDatabase();

const viewer = actorWith("viewer");
const historyOf = (id: string, below?: number) => listHistory({ id, below }, viewer);
const save = (id: string, baseNumber: number, note: string) =>
  configurations.save(id, { baseNumber, definition: define({ note, mirrors: [mirror("docker.io")] }) });
const revisionId = async (configurationId: string, number: number) =>
  (await db().revision.findFirstOrThrow({ where: { configurationId, number } })).id;

let pushes = 0;
/** A push that ended so on each of the named nodes, as its record says. */
async function pushed(configurationId: string, number: number, ends: Record<string, Outcome>) {
  const { id: pushId } = await db().push.create({
    data: {
      number: ++pushes,
      groupName: "g",
      configurationId,
      revisionId: await revisionId(configurationId, number),
      status: "succeeded",
      options: "{}",
      startedByName: "mei",
    },
  });
  for (const [position, [nodeId, outcome]] of Object.entries(ends).entries())
    await db().pushNode.create({
      data: {
        pushId,
        nodeId,
        nodeName: nodeId,
        address: "x",
        position,
        outcome,
        finishedAt: new Date(2e12 + pushes),
      },
    });
}

async function groupWith(configurationId: string, name: string, nodes: string[]) {
  const group = await db().group.create({ data: { name, nameKey: name, configurationId } });
  for (const id of nodes)
    await db().node.create({
      data: { id, name: id, nameKey: id, host: id, username: "root", groupId: group.id },
    });
  return group.id;
}

describe("the history of a configuration", () => {
  it("counts what each revision changed against the one before it", async () => {
    const id = await created("counted");
    await save(id, 1, "one");
    await save(id, 2, "two");
    const { newest, lines, older } = await historyOf(id);
    expect([newest, older]).toEqual([3, null]);
    expect(lines.map(({ number, changes }) => [number, changes])).toEqual([
      [3, 1],
      [2, 2],
      [1, null],
    ]);
  });

  it("comes in pages, each compared with what stands below it", async () => {
    const id = await created("paged");
    for (let number = 1; number <= 22; number += 1) await save(id, number, `note ${number}`);
    const first = await historyOf(id);
    expect([first.lines.length, first.lines[0]?.number, first.older]).toEqual([20, 23, 4]);
    expect(first.lines.at(-1)).toMatchObject({ number: 4, changes: 1 });
    const second = await historyOf(id, 4);
    expect(second.lines.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect([second.newest, second.older]).toEqual([23, null]);
  });

  it("is empty of nothing: an unknown configuration is refused", async () => {
    await expect(historyOf("nobody")).rejects.toMatchObject({ reason: "configurationNotFound" });
  });
});

describe("where a revision is", () => {
  it("follows what groups want and what pushes last told of each node", async () => {
    const id = await created("deployed");
    await save(id, 1, "one");
    await save(id, 2, "two");
    const groupId = await groupWith(id, "west", ["a", "b", "c", "d", "e"]);
    await db().group.update({ where: { id: groupId }, data: { wantedRevisionId: await revisionId(id, 3) } });
    await pushed(id, 2, { a: "changed", b: "changed", c: "unchanged", d: "written", e: "changed" });
    await pushed(id, 3, { a: "changed", b: "rolled-back", c: "failed", e: "rollback-failed" });
    const { lines } = await historyOf(id);
    const group = { id: groupId, name: "west" };
    expect(lines.map(({ number, holdings }) => [number, holdings])).toEqual([
      [3, [{ group, wanted: true, holding: 1, total: 5 }]],
      [2, [{ group, wanted: false, holding: 3, total: 5 }]],
      [1, []],
    ]);
  });

  it("forgets a node that another configuration was pushed to, and counts those without a group", async () => {
    const [id, other] = [await created("left"), await created("right")];
    await db().node.createMany({
      data: ["x", "y"].map((name) => ({ id: name, name, nameKey: name, host: name, username: "root" })),
    });
    await pushed(id, 1, { x: "changed", y: "changed" });
    await pushed(other, 1, { y: "changed" });
    expect((await historyOf(id)).lines[0]?.holdings).toEqual([
      { group: null, wanted: false, holding: 1, total: 1 },
    ]);
  });
});
