import { parsePrivateKey } from "@/lib/server/ssh/keys";
import type { SshLogin, SshTarget } from "@/lib/server/ssh/target";
import { passwordOf, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";

export function keyLogin(text: string, passphrase?: string): SshLogin {
  const read = parsePrivateKey(text, passphrase);
  if (!read.ok) throw new Error(read.error.code);
  return { kind: "key", privateKey: read.value.parsed };
}

/** The target of a test node: root with the fleet's key, and what a test wants otherwise. */
export function targetOf(fleet: TestFleet, node: TestNode, changes: Partial<SshTarget> = {}): SshTarget {
  const [algorithm = "", publicKey = ""] = node.hostKey.publicKey.split(" ");
  return {
    host: node.host,
    port: node.port,
    username: "root",
    login: keyLogin(fleet.userKey.privateKey),
    hostKey: { algorithm, publicKey },
    sudoPassword: null,
    ...changes,
  };
}

export const passwordLogin = (user: Parameters<typeof passwordOf>[0]): SshLogin => ({
  kind: "password",
  password: passwordOf(user),
});
