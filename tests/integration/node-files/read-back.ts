import { withCertificates } from "@/lib/domain/node-files/tls-units";
import type { NodeFile } from "@/lib/domain/node-files/views";
import type { Definition } from "@/lib/domain/registries/schema";
import { getConfiguration } from "@/lib/server/configurations/queries";
import { freezeVersions, renderWithSecrets } from "@/lib/server/configurations/render-with-secrets";
import { db } from "@/lib/server/db/client";
import { readNodeFile } from "@/lib/server/node-files/read-node-file";
import { admin } from "@/tests/support/pushes";

type ReadFile = Extract<NodeFile, { kind: "read" }>;

/** Reads the file of a node that surely has a readable one. */
export async function readFrom(nodeId: string, actor = admin, now = new Date()): Promise<ReadFile> {
  const answer = await readNodeFile(nodeId, actor, now);
  if (answer.kind !== "read") throw new Error(`the test's own file was not read: ${JSON.stringify(answer)}`);
  return answer;
}

/** What the page makes of the answer when every file is taken over that can be. */
export const takenOver = ({ definition, tls }: ReadFile): Definition =>
  withCertificates(
    definition,
    new Map(tls.flatMap(({ id, take }) => (take ? [[id, take.slug] as const] : []))),
  );

/** What a node would receive of a configuration. */
export async function renderedWithSecrets(id: string) {
  const { definition } = await getConfiguration(admin, id);
  return renderWithSecrets(definition, await freezeVersions(definition, db()));
}

/** Every line of the audit log as text. */
export const auditText = async (): Promise<string> => JSON.stringify(await db().auditEvent.findMany());
