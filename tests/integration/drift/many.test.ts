import { expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { getDrift, listDiffering } from "@/lib/server/drift/queries";
import { temporaryDatabase } from "@/tests/support/database";
import { admin, groupOf, mirrorTo } from "@/tests/support/pushes";

temporaryDatabase();

const names = Array.from({ length: 1200 }, (_, at) => `n${at}`);

it("tells of more nodes than a query takes parameters", async () => {
  const at = new Date();
  const { groupId, configurationId } = await groupOf([], mirrorTo("https://mirror.example.com"));
  const revision = await db().revision.findFirstOrThrow({ where: { configurationId } });
  await db().group.update({ where: { id: groupId }, data: { wantedRevisionId: revision.id } });
  await db().node.createMany({
    data: names.map((name) => ({
      id: name,
      name,
      nameKey: name,
      host: `${name}.example`,
      username: "root",
      groupId,
    })),
  });
  const check = { revisionId: revision.id, state: "drifted", checkedAt: at, since: at };
  await db().driftCheck.createMany({ data: names.map((nodeId) => ({ nodeId, ...check })) });
  const { nodes } = await getDrift(admin);
  expect(new Set(nodes.map(({ state }) => state))).toEqual(new Set(["drifted"]));
  expect(nodes).toHaveLength(names.length);
  expect(await listDiffering(admin, groupId)).toHaveLength(names.length);
});
