import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/server/auth/actor";
import { createNode } from "@/lib/server/nodes/create-node";
import { trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import type { TestNode } from "./nodes/test-node";

/** A stored login by password for the given user of test nodes. */
export const passwordLogin = (username: string, password: string, actor: Actor) =>
  createSshCredential({ kind: "password", name: `${username} ${randomUUID()}`, username, password }, actor);

/** What a node is registered by: a machine itself, or another address of it. */
export type Registrable = Pick<TestNode, "name" | "host" | "port" | "hostKey">;

/** Registers a test node under its own name and trusts the key it shows. */
export async function registerNode(
  node: Registrable,
  login: { sshCredentialId: string; username?: string; sudoPassword?: string; groupId?: string },
  actor: Actor,
): Promise<{ id: string; name: string }> {
  const registered = await createNode(
    {
      name: node.name,
      host: node.host,
      port: node.port,
      username: login.username ?? "root",
      sshCredentialId: login.sshCredentialId,
      groupId: login.groupId ?? null,
      sudoPassword: login.sudoPassword ?? null,
      note: "",
    },
    actor,
  );
  await trustHostKey(registered.id, { fingerprint: node.hostKey.fingerprint, replace: false }, actor);
  return registered;
}
