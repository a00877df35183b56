import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { type SecretFields, sealFields } from "./sealed-fields";

type NewVersion = { credentialId: string; number: number; fields: SecretFields };

/** What is readable of a version are the names of its fields and its user name. */
const versionRow = (actor: Actor, { credentialId, number, fields }: NewVersion) => {
  const id = randomUUID();
  return {
    id,
    credentialId,
    number,
    username: fields.get("username") ?? null,
    fields: JSON.stringify([...fields.keys()]),
    sealed: sealFields(fields, id),
    createdByName: actor.name,
  };
};

/** Versions are only added. */
export const insertVersion = async (tx: Tx, actor: Actor, version: NewVersion) => {
  await tx.credentialVersion.create({ data: versionRow(actor, version) });
};

export type NewCredential = { slug: string; name: string; fields: SecretFields };

/** Adds credentials with their first versions and gives their ids, in the same order. */
export const insertCredentials = async (tx: Tx, actor: Actor, credentials: readonly NewCredential[]) => {
  const rows = credentials.map((credential) => ({ id: randomUUID(), ...credential }));
  await tx.credential.createMany({ data: rows.map(({ id, slug, name }) => ({ id, slug, name })) });
  await tx.credentialVersion.createMany({
    data: rows.map(({ id, fields }) => versionRow(actor, { credentialId: id, number: 1, fields })),
  });
  return rows.map(({ id }) => id);
};
