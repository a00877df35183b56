import type { NewSshCredential, NewSshReplacement } from "@/lib/domain/nodes/schema";
import type { SshCredentialView, SshReplacementView } from "@/lib/domain/nodes/views";
import type { Actor } from "@/lib/server/auth/actor";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";
import { addSshReplacement } from "@/lib/server/ssh-credentials/write-replacement";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { registerNode } from "@/tests/support/fixtures";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { admin } from "@/tests/support/pushes";

export async function credentialOf(id: string): Promise<SshCredentialView> {
  const found = (await listSshCredentials(admin)).find((each) => each.id === id);
  if (!found) throw new Error("no such SSH credential");
  return found;
}

type Way<Input> = Input extends { updatedAt: string } ? Omit<Input, "updatedAt"> : never;

/** Stores a replacement for the login as it is now. */
export async function prepare(
  id: string,
  way: Way<NewSshReplacement>,
  actor: Actor = admin,
): Promise<SshReplacementView> {
  const { updatedAt } = await credentialOf(id);
  return addSshReplacement(id, { ...way, updatedAt }, actor);
}

/** A credential, and machines that are logged in to with it. */
export async function fleetLogin(credential: NewSshCredential, machines: readonly TestNode[]) {
  const { id: sshCredentialId } = await createSshCredential(credential, admin);
  const nodeIds: string[] = [];
  for (const machine of machines) {
    const login = { sshCredentialId, username: credential.username };
    nodeIds.push((await registerNode(machine, login, admin)).id);
  }
  return { id: sshCredentialId, nodeIds };
}

/** How each node took it, by name, with the reason where there is one. */
export const answersOf = ({ trial }: SshReplacementView): Record<string, string> =>
  Object.fromEntries(
    (trial?.nodes ?? []).map(({ node, answer, why }) => [node.name, why ? `${answer}: ${why}` : answer]),
  );
