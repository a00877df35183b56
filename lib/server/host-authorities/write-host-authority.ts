import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type AuthorityLine, readAuthority } from "@/lib/domain/nodes/host-authority";
import { hostPatternsSchema, type NewHostAuthority } from "@/lib/domain/nodes/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { readAuthorityKey } from "@/lib/server/ssh/certificate-signature";

const refuseKey = (code: string) =>
  new AppError("invalid", "hostAuthorityRefused", { issues: [{ path: ["key"], code }] });

function readKey(text: string): AuthorityLine {
  const read = readAuthority(text);
  if (!read.ok) throw refuseKey(read.error);
  if (!readAuthorityKey(Buffer.from(read.value.publicKey, "base64"))) throw refuseKey("authority-weak");
  return read.value;
}

/** Those asked for, else those of the line, else every host. */
function choosePatterns(asked: string | undefined, line: AuthorityLine): string {
  const checked = hostPatternsSchema.safeParse(asked ?? line.patterns ?? "*");
  if (checked.success) return checked.data;
  throw new AppError("invalid", "hostAuthorityRefused", {
    issues: [{ path: ["patterns"], code: "host-patterns" }],
  });
}

async function refuseDuplicate(tx: Tx, nameKey: string, publicKey: string): Promise<void> {
  const sameName = await tx.hostAuthority.findUnique({ where: { nameKey } });
  if (sameName)
    throw new AppError("conflict", "hostAuthorityNameTaken", {
      params: { name: sameName.name },
      issues: [{ path: ["name"], code: "taken" }],
    });
  const sameKey = await tx.hostAuthority.findUnique({ where: { publicKey } });
  if (sameKey) throw new AppError("conflict", "hostAuthorityKeyTaken", { params: { name: sameKey.name } });
}

/** Believes the host certificates of an authority from now on. Nodes whose key a person trusts are not touched. */
export async function createHostAuthority(
  input: NewHostAuthority,
  actor: Actor,
): Promise<{ id: string; name: string; fingerprint: string; patterns: string }> {
  authorize(actor, "host-authorities:write");
  const { name } = input;
  const line = readKey(input.key);
  const patterns = choosePatterns(input.patterns, line);
  const { algorithm, publicKey, fingerprint } = line;
  return db().$transaction(async (tx) => {
    const nameKey = name.toLowerCase();
    await refuseDuplicate(tx, nameKey, publicKey);
    const row = { name, nameKey, algorithm, publicKey, fingerprint, patterns, createdByName: actor.name };
    const { id } = await tx.hostAuthority.create({ data: row });
    await recordAudit(tx, actor, {
      action: "host-authority.created",
      target: { type: "host-authority", id, name },
      detail: { fingerprint, patterns },
    });
    return { id, name, fingerprint, patterns };
  });
}
