import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import { type SecretFields, sealFields } from "./sealed-fields";

type NewVersion = { credentialId: string; number: number; fields: SecretFields };

/** Versions are only added. What is readable of one are the names of its fields and its user name. */
export const insertVersion = async (tx: Tx, actor: Actor, { credentialId, number, fields }: NewVersion) => {
  const id = randomUUID();
  await tx.credentialVersion.create({
    data: {
      id,
      credentialId,
      number,
      username: fields.get("username") ?? null,
      fields: JSON.stringify([...fields.keys()]),
      sealed: sealFields(fields, id),
      createdByName: actor.name,
    },
  });
};

type NewCredential = { slug: string; name: string; fields: SecretFields };

export const insertCredential = async (tx: Tx, actor: Actor, { slug, name, fields }: NewCredential) => {
  const { id } = await tx.credential.create({ data: { slug, name }, select: { id: true } });
  await insertVersion(tx, actor, { credentialId: id, number: 1, fields });
  return id;
};
