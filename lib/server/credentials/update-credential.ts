import "server-only";
import type { CredentialView, UpdateCredential } from "@/lib/domain/credentials/schema";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { insertVersion } from "./insert-version";
import { getCredential } from "./queries";
import { openFieldsWithSecrets, type SecretFields } from "./sealed-fields";
import { liveCredentialUses, usersOf } from "./used-by";

type Input = UpdateCredential & { id: string };

/** Renames, and adds a version when fields are given. Nodes that hold the version before become out of date. */
export const updateCredential = async (input: Input, actor: Actor): Promise<CredentialView> => {
  authorize(actor, "credentials:write");
  return db().$transaction(async (tx) => {
    const before = await getCredential(input.id, tx);
    const name = input.name ?? before.name;
    const target = { type: "credential", id: input.id, name };
    if (name !== before.name) {
      await tx.credential.update({ where: { id: input.id }, data: { name } });
      await recordAudit(tx, actor, { action: "credential.renamed", target, detail: { before: before.name } });
    }
    if (input.fields) {
      const fields = await newFields(tx, input, before);
      const number = before.version + 1;
      await refuseMissingFields(tx, input.id, fields);
      await insertVersion(tx, actor, { credentialId: input.id, number, fields });
      await tx.credential.update({ where: { id: input.id }, data: { updatedAt: new Date() } });
      const detail = { version: number, fields: [...fields.keys()] };
      await recordAudit(tx, actor, { action: "credential.replaced", target, detail });
    }
    return getCredential(input.id, tx);
  });
};

const newFields = async (tx: Tx, input: Input, before: CredentialView): Promise<SecretFields> => {
  const given = new Map(Object.entries(input.fields ?? {}));
  const kept = (input.keep ?? []).filter((field) => !given.has(field));
  const unknown = kept.findIndex((field) => !before.fields.includes(field));
  if (unknown >= 0) refuse([{ path: ["keep", unknown], code: "unknown-field" }]);
  if (given.size + kept.length === 0) refuse([{ path: ["fields"], code: "required" }]);
  if (kept.length === 0) return given;
  const version = await tx.credentialVersion.findFirstOrThrow({
    where: { credentialId: input.id, number: before.version },
    select: { id: true, sealed: true },
  });
  const stored = openFieldsWithSecrets(version, before.name);
  for (const field of kept) given.set(field, stored.get(field) ?? "");
  return given;
};

const refuse = (issues: { path: (string | number)[]; code: string }[]) => {
  throw new AppError("invalid", "invalidInput", { issues });
};

const refuseMissingFields = async (tx: Tx, id: string, fields: SecretFields) => {
  const uses = (await liveCredentialUses(tx)).get(id) ?? [];
  const broken = uses.filter((use) => !fields.has(use.field));
  const [first] = broken;
  if (!first) return;
  const configurations = usersOf(broken).map((user) => user.name);
  throw new AppError("conflict", "credentialFieldInUse", {
    params: { field: first.field, configurations: configurations.join(", ") },
  });
};
