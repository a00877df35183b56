import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { GET } from "@/app/api/v1/pushes/[id]/events/route";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { db } from "@/lib/server/db/client";
import { loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { admin } from "@/tests/support/pushes";

temporaryDatabase();

async function openPush(): Promise<string> {
  const { id: configurationId } = await createConfiguration({ name: "c" }, admin);
  const { id: revisionId } = await db().revision.findFirstOrThrow();
  const { id } = await db().push.create({
    data: {
      number: 1,
      groupName: "g",
      configurationId,
      revisionId,
      status: "running",
      options: "{}",
      idempotencyKey: randomUUID(),
      startedByName: "admin",
      events: { create: { code: "push-queued" } },
    },
  });
  return id;
}

it("ends the live stream of a session that was ended", async () => {
  const id = await openPush();
  const request = await loggedInRequest("viewer", `/api/v1/pushes/${id}/events`);
  const answer = await GET(request, { params: Promise.resolve({ id }) });
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toContain("push-queued");

  await db().session.deleteMany();
  await db().pushEvent.create({ data: { pushId: id, code: "afterwards" } });

  let told = "";
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
    told += new TextDecoder().decode(part.value);
  expect(told).not.toContain("afterwards");
});
