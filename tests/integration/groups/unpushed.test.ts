import { beforeAll, describe, expect, it } from "vitest";
import { unpushedOf } from "@/lib/domain/groups/unpushed";
import { db } from "@/lib/server/db/client";
import { getGroup, listGroups } from "@/lib/server/groups/queries";
import { updateGroup } from "@/lib/server/groups/write-group";
import { getOverview } from "@/lib/server/overview/queries";
import { temporaryDatabase } from "@/tests/support/database";
import { admin, groupOf, mirrorTo, type Pushable, save } from "@/tests/support/pushes";

temporaryDatabase();
let target: Pushable;
beforeAll(async () => {
  target = await groupOf([], mirrorTo("https://first.example.com"));
});

/** As a push leaves it that began with this revision. */
async function want(number: number) {
  const { groupId: id, configurationId } = target;
  const revision = await db().revision.findFirstOrThrow({ where: { configurationId, number } });
  await db().group.update({ where: { id }, data: { wantedRevisionId: revision.id } });
}

const told = async () => unpushedOf(await getGroup(admin, target.groupId));

describe("a revision that was saved and not pushed", () => {
  it("is told of a group that was pushed an older one, also in lists", async () => {
    await want(1);
    expect(await told()).toBeNull();
    await save(target.configurationId, mirrorTo("https://second.example.com"), 1);
    await save(target.configurationId, mirrorTo("https://third.example.com"), 2);
    expect(await told()).toEqual({ saved: 3, pushed: 1 });
    const { groups } = await getOverview(admin);
    for (const list of [await listGroups(admin), groups])
      expect(list.map(unpushedOf)).toEqual([{ saved: 3, pushed: 1 }]);
    await want(3);
    expect(await told()).toBeNull();
  });

  it("is not told where nothing was pushed yet, nor without a configuration", async () => {
    for (const configurationId of [null, target.configurationId]) {
      await updateGroup(target.groupId, { configurationId }, admin);
      expect(await told()).toBeNull();
    }
  });
});
