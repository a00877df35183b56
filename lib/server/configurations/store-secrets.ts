import "server-only";
import { unsealedSecrets } from "@/lib/domain/configurations/unsealed";
import type { CreatedCredential } from "@/lib/domain/configurations/views";
import { freeSlug } from "@/lib/domain/credentials/slug";
import { AppError } from "@/lib/domain/errors";
import type { Definition } from "@/lib/domain/registries/schema";
import { liftSecrets } from "@/lib/domain/registries/secrets";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { insertCredentials } from "@/lib/server/credentials/insert-version";
import type { Tx } from "@/lib/server/db/client";

type Stored = { definition: Definition; created: CreatedCredential[] };

/** Seals every secret text of a definition in a new credential; what is left may be written to its rows. */
export const storeSecrets = async (tx: Tx, actor: Actor, given: Definition): Promise<Stored> => {
  const taken = new Set(
    (await tx.credential.findMany({ select: { slug: true } })).map((credential) => credential.slug),
  );
  const { definition, credentials } = liftSecrets(given, (_host, suggested) => {
    const slug = freeSlug(suggested, (each) => taken.has(each));
    taken.add(slug);
    return slug;
  });
  refuseUnsealed(definition);
  if (credentials.length === 0) return { definition, created: [] };
  authorize(actor, "credentials:write");
  const added = credentials.map(({ slug, suggestedName, fields }) => ({
    slug,
    name: suggestedName.slice(0, 100) || slug,
    fields: new Map(Object.entries(fields)),
  }));
  const ids = await insertCredentials(tx, actor, added);
  for (const [index, { slug, name, fields }] of added.entries()) {
    await recordAudit(tx, actor, {
      action: "credential.created",
      target: { type: "credential", id: ids[index] ?? "", name },
      detail: { slug, fields: [...fields.keys()] },
    });
  }
  return { definition, created: added.map(({ slug, name }) => ({ slug, name })) };
};

const refuseUnsealed = (definition: Definition) => {
  const paths = unsealedSecrets(definition);
  if (paths.length === 0) return;
  const issues = paths.map((path) => ({ path: ["definition", ...path], code: "secret-unsealed" }));
  throw new AppError("invalid", "definitionRefused", { issues });
};
