import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NewSshCredential, NewSshReplacement } from "@/lib/domain/nodes/schema";
import { generateEd25519, parsePrivateKey } from "@/lib/server/ssh/keys";
import type { StoredLogin } from "./stored-login";

type Prepared = { login: StoredLogin; publicKey: string | null; fingerprint: string | null };

/**
 * Reads the key now, so that a broken or locked one is refused at the field and not at the first push. A generated one
 * is named after its credential.
 */
export function prepareLogin(input: NewSshCredential | NewSshReplacement, name: string): Prepared {
  if (input.kind === "password")
    return { login: { kind: "password", password: input.password }, publicKey: null, fingerprint: null };
  if (input.kind === "generate") {
    const made = generateEd25519(`pullpath ${name}`);
    return {
      login: { kind: "key", privateKey: made.privateKey, passphrase: null },
      publicKey: made.publicLine,
      fingerprint: made.fingerprint,
    };
  }
  const parsed = parsePrivateKey(input.privateKey, input.passphrase ?? undefined);
  if (!parsed.ok) {
    const { code, params } = parsed.error;
    const field =
      code === "key-passphrase-needed" || code === "key-passphrase-wrong" ? "passphrase" : "privateKey";
    throw new AppError("invalid", "sshKeyRefused", { issues: [{ path: [field], code, params }] });
  }
  const { publicLine, fingerprint } = parsed.value;
  return {
    login: { kind: "key", privateKey: input.privateKey, passphrase: input.passphrase },
    publicKey: publicLine,
    fingerprint,
  };
}
