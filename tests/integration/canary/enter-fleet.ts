import { randomUUID } from "node:crypto";
import { exportFormats } from "@/lib/domain/formats/export-format";
import type { PushReview } from "@/lib/domain/pushes/review";
import { db } from "@/lib/server/db/client";
import { definitionOf } from "@/tests/support/definitions";
import { toStart, waitForPush } from "@/tests/support/pushes";
import { fieldOf, type Operator } from "./operator";
import { linesOfKey } from "./secrets";

const username = "deploy";

/** Logins by password and by key. Returns the one that the machine takes. */
export async function enterLogins({ secret, secrets, keys, go }: Operator): Promise<string> {
  const byKey = { kind: "key", name: "by key", username, privateKey: keys.lockedSsh };
  await go("POST /api/v1/ssh-credentials", { body: { ...byKey, passphrase: secret("SSH passphrase") } });
  for (const [name, line] of linesOfKey("SSH key", keys.openSsh)) secrets.set(name, line);
  const body = { kind: "password", name: "by password", username, password: secret("SSH password") };
  return fieldOf(await go("POST /api/v1/ssh-credentials", { body }), "id");
}

/** A machine that is logged in to and looked at, and one that is only stored. */
export async function enterNodes({ secret, node, go }: Operator, sshCredentialId: string): Promise<string> {
  const { name, host, port, hostKey } = node;
  const login = { username, sshCredentialId };
  const machine = { ...login, name, host, port, sudoPassword: secret("SSH password") };
  const id = fieldOf(await go("POST /api/v1/nodes", { body: machine }), "id");
  const other = { ...login, name: "other", host: "127.9.9.9", sudoPassword: secret("stored sudo password") };
  await go("POST /api/v1/nodes", { body: other });
  await go("POST /api/v1/nodes/[id]/host-key", { id, body: { fingerprint: hostKey.fingerprint } });
  await go("POST /api/v1/nodes/[id]/test", { id });
  return id;
}

/** A login that is to replace the other one, and that the machine refuses. */
export async function enterReplacement({ secret, go }: Operator, id: string): Promise<void> {
  const { updatedAt } = await db().sshCredential.findUniqueOrThrow({ where: { id } });
  const login = { kind: "password", username, password: secret("replacing SSH password") };
  const body = { ...login, updatedAt: updatedAt.toISOString() };
  const waiting = await go("POST /api/v1/ssh-credentials/[id]/replacement", { id, body });
  await go("POST /api/v1/ssh-replacements/[id]/try", { id: fieldOf(waiting, "id") });
}

/** A file of a node with its secrets written out. */
export const writtenFile = (password: string, token: string): string =>
  `configs:\n  one.example:\n    auth:\n      username: robot\n      password: "${password}"\n` +
  `  two.example:\n    auth:\n      identity_token: "${token}"\n`;

/** Files with their secrets: that of the machine, and one that somebody wrote. Returns the first. */
export async function enterFiles({ secret, go }: Operator, nodeId: string) {
  const read = await go("POST /api/v1/nodes/[id]/registries-file", { id: nodeId });
  const definition = read instanceof Object ? Reflect.get(read, "definition") : null;
  const imported = { name: "imported", definition, nodeFile: fieldOf(read, "hold") };
  const id = fieldOf(await go("POST /api/v1/configurations", { body: imported }), "id");
  const yaml = writtenFile(secret("written password"), secret("written token"));
  await go("POST /api/v1/configurations", { body: { name: "written", definition: definitionOf(yaml) } });
  for (const format of exportFormats)
    await go("POST /api/v1/configurations/[id]/export", { id, body: { format, secrets: false } });
  return { id, yaml };
}

/** Brings the file to the machine, with its secrets. */
export async function pushFile({ go }: Operator, configurationId: string, nodeId: string): Promise<void> {
  const group = { name: "fleet", configurationId, nodeIds: [nodeId] };
  const groupId = fieldOf(await go("POST /api/v1/groups", { body: group }), "id");
  const review = await go("POST /api/v1/pushes/review", { body: { groupId } });
  const headers = { "idempotency-key": randomUUID() };
  const started = await go("POST /api/v1/pushes", { body: toStart(review as PushReview), headers });
  const { status } = await waitForPush(fieldOf(started, "id"));
  if (status !== "succeeded") throw new Error(`the push ended as ${status}`);
}
