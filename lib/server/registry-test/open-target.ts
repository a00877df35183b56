import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type AuthField, type AuthValue, authFields } from "@/lib/domain/registries/schema";
import { type Login, loginOf } from "@/lib/domain/registry-test/login";
import type { TargetLogin, TestTarget } from "@/lib/domain/registry-test/schema";
import { openKeyWithSecret } from "@/lib/server/certificates/sealed-key";
import { openFieldsWithSecrets, type SecretFields } from "@/lib/server/credentials/sealed-fields";
import { db } from "@/lib/server/db/client";
import type { TlsChoice } from "./secure";

/** A stored secret that a test takes out of the store. */
export type UsedSecret = { type: "credential" | "certificate"; id: string; name: string };
/** What the slugs of a target stand for; secret. */
export type OpenTarget = { login: Login | "unusable" | null; tls: TlsChoice; used: UsedSecret[] };

const newest = { orderBy: { number: "desc" }, take: 1 } as const;
const deleted = (name: string) => new AppError("conflict", "credentialDeleted", { params: { name } });

type Opened = { used: UsedSecret[]; fields: Map<string, SecretFields> };

async function openCredentials(slugs: readonly string[]): Promise<Opened> {
  const rows = await db().credential.findMany({
    where: { slug: { in: [...slugs] }, archivedAt: null },
    select: { id: true, slug: true, name: true, versions: { ...newest, select: { id: true, sealed: true } } },
  });
  const fields = new Map<string, SecretFields>();
  for (const { slug, name, versions } of rows) {
    const [version] = versions;
    if (version) fields.set(slug, openFieldsWithSecrets(version, name));
  }
  const missing = slugs.find((slug) => !fields.has(slug));
  if (missing !== undefined) throw deleted(missing);
  return { fields, used: rows.map(({ id, name }) => ({ type: "credential", id, name })) };
}

async function openLogin(login: TargetLogin | null): Promise<Pick<OpenTarget, "login" | "used">> {
  if (login === null) return { login: null, used: [] };
  const values = authFields.map((field) => login[field]);
  const slugs = values.flatMap((value) => (value?.kind === "secret" ? [value.slug] : []));
  const { fields, used } = await openCredentials([...new Set(slugs)]);
  const read = (field: AuthField, value: AuthValue | null = login[field]): string => {
    if (value === null) return "";
    return value.kind === "text" ? value.text : (fields.get(value.slug)?.get(field) ?? "");
  };
  const open = loginOf({
    username: read("username"),
    password: read("password"),
    auth: read("auth"),
    identitytoken: read("identity_token"),
  });
  return { login: open, used };
}

async function findCertificate(slug: string) {
  const row = await db().certificate.findFirst({
    where: { slug, archivedAt: null },
    select: {
      id: true,
      name: true,
      versions: { ...newest, select: { id: true, pem: true, sealedKey: true } },
    },
  });
  const [version] = row?.versions ?? [];
  if (!row || !version) throw deleted(slug);
  return { ...row, version };
}

type OpenClient = { client: TlsChoice["client"]; used: UsedSecret[] };

async function openClient(client: TestTarget["tls"]["client"]): Promise<OpenClient> {
  if (client === null) return { client: null, used: [] };
  const { version } = await findCertificate(client.certificate);
  const holder = await findCertificate(client.key);
  const { id, sealedKey } = holder.version;
  if (sealedKey === null) throw deleted(client.key);
  return {
    client: { cert: version.pem, key: openKeyWithSecret({ id, sealedKey }) },
    used: [{ type: "certificate", id: holder.id, name: holder.name }],
  };
}

/** Takes what a target names out of the store. */
export async function openTargetWithSecrets({ login, tls }: TestTarget): Promise<OpenTarget> {
  const opened = await openLogin(login);
  const ca = tls.ca === null ? null : (await findCertificate(tls.ca)).version.pem;
  const { client, used } = await openClient(tls.client);
  return {
    login: opened.login,
    tls: { ca, client, skipVerify: tls.skipVerify },
    used: [...opened.used, ...used],
  };
}
