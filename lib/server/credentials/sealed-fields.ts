import "server-only";
import * as z from "zod/mini";
import { AppError } from "@/lib/domain/errors";
import { openText, sealText } from "@/lib/server/secrets/vault";

/** Field names with their secret values. A map, as an imported field may have any name, `__proto__` too. */
export type SecretFields = ReadonlyMap<string, string>;

type SealedVersion = { id: string; sealed: Uint8Array };

const entriesSchema = z.array(z.tuple([z.string(), z.string()]));
const context = (versionId: string) => `credential-version:${versionId}`;

export const sealFields = (fields: SecretFields, versionId: string) =>
  sealText(JSON.stringify([...fields]), context(versionId));

/** Opens a version: what it returns is secret. The values of a deleted credential are gone. */
export const openFieldsWithSecrets = (version: SealedVersion, name: string): SecretFields => {
  if (version.sealed.length === 0) throw new AppError("conflict", "credentialDeleted", { params: { name } });
  return new Map(entriesSchema.parse(JSON.parse(openText(version.sealed, context(version.id)))));
};

export const fieldNamesSchema = z.array(z.string());
