import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { freezeVersions } from "@/lib/server/configurations/render-with-secrets";
import { deleteCredential } from "@/lib/server/credentials/delete-credential";
import { db } from "@/lib/server/db/client";
import { getPush } from "@/lib/server/pushes/queries";
import { retryPush } from "@/lib/server/pushes/retry-push";
import { runPush } from "@/lib/server/pushes/run-push";
import { temporaryDatabase } from "@/tests/support/database";
import { definitionOf } from "@/tests/support/definitions";
import { admin, save } from "@/tests/support/pushes";

temporaryDatabase();

/** A push to one node that failed some time ago. */
async function failedPush(revisionId: string, configurationId: string): Promise<string> {
  const versions = await freezeVersions(await getRevisionDefinition(revisionId), db());
  const node = await db().node.create({
    data: { name: "n", nameKey: "n", host: "n", port: 22, username: "root", note: "" },
  });
  const { id } = await db().push.create({
    data: {
      number: 1,
      groupName: "g",
      configurationId,
      revisionId,
      status: "failed",
      options: "{}",
      idempotencyKey: randomUUID(),
      startedByName: "admin",
      finishedAt: new Date(),
      nodes: {
        create: {
          nodeId: node.id,
          nodeName: "n",
          address: "n:22",
          position: 0,
          reviewedDigest: "absent",
          wantedDigest: "absent",
          phase: "done",
          outcome: "failed",
        },
      },
      secrets: { create: versions },
    },
  });
  return id;
}

it("ends a retry whose credential was deleted, and tells why", async () => {
  const yaml = "configs:\n  h:\n    auth:\n      username: robot\n      password: s3cret\n";
  const { id } = await createConfiguration({ name: "c", definition: definitionOf(yaml) }, admin);
  const revision = await db().revision.findFirstOrThrow({ where: { configurationId: id } });
  const failed = await failedPush(revision.id, id);
  await save(id, "mirrors:\n", 1);
  await deleteCredential((await db().credential.findFirstOrThrow()).id, admin);

  const retry = await retryPush({ id: failed, key: randomUUID() }, admin);
  await runPush(retry.id, new AbortController().signal);

  const view = await getPush(admin, retry.id);
  expect(view.status).toBe("failed");
  expect(view.nodes[0]).toMatchObject({ outcome: "failed", fault: { code: "secret-unavailable" } });
});
