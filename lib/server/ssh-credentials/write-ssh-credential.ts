import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NewSshCredential } from "@/lib/domain/nodes/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { sealText } from "@/lib/server/secrets/vault";
import { generateEd25519, parsePrivateKey } from "@/lib/server/ssh/keys";
import { forgetLogin, type StoredLogin } from "./stored-login";

type Prepared = { login: StoredLogin; publicKey: string | null; fingerprint: string | null };

/** Reads the key now, so that a broken or locked one is refused at the field and not at the first push. */
function prepare(input: NewSshCredential): Prepared {
  if (input.kind === "password")
    return { login: { kind: "password", password: input.password }, publicKey: null, fingerprint: null };
  if (input.kind === "generate") {
    const made = generateEd25519(`pullpath ${input.name}`);
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

/** Stores a login to nodes. The private half or the password never leaves the store except to log in. */
export async function createSshCredential(
  input: NewSshCredential,
  actor: Actor,
): Promise<{ id: string; name: string; publicKey: string | null }> {
  authorize(actor, "credentials:write");
  const { login, publicKey, fingerprint } = prepare(input);
  return db().$transaction(async (tx) => {
    const nameKey = input.name.toLowerCase();
    if (await tx.sshCredential.findUnique({ where: { nameKey } }))
      throw new AppError("conflict", "sshCredentialNameTaken", {
        params: { name: input.name },
        issues: [{ path: ["name"], code: "taken" }],
      });
    const id = crypto.randomUUID();
    await tx.sshCredential.create({
      data: {
        id,
        name: input.name,
        nameKey,
        kind: login.kind,
        username: input.username,
        publicKey,
        fingerprint,
        sealed: sealText(JSON.stringify(login), `ssh-credential:${id}`),
        createdByName: actor.name,
      },
    });
    await recordAudit(tx, actor, {
      action: "ssh-credential.created",
      target: { type: "ssh-credential", id, name: input.name },
      detail: { kind: input.kind },
    });
    return { id, name: input.name, publicKey };
  });
}

/** Forgets a login; refused while nodes use it, naming them. */
export async function deleteSshCredential(id: string, actor: Actor): Promise<void> {
  authorize(actor, "credentials:write");
  await db().$transaction(async (tx) => {
    const credential = await tx.sshCredential.findUnique({
      where: { id },
      include: { nodes: { select: { name: true }, orderBy: { name: "asc" } } },
    });
    if (!credential) throw new AppError("not-found", "sshCredentialNotFound");
    const users = credential.nodes.map(({ name }) => name);
    if (users.length > 0)
      throw new AppError("conflict", "sshCredentialInUse", {
        params: { count: users.length, names: users.slice(0, 5).join(", ") },
      });
    await tx.sshCredential.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "ssh-credential.deleted",
      target: { type: "ssh-credential", id, name: credential.name },
    });
  });
  forgetLogin(id);
}
