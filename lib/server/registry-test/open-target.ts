import "server-only";
import type { AuthField } from "@/lib/domain/registries/fields";
import { authFields } from "@/lib/domain/registries/fields";
import type { AuthValue } from "@/lib/domain/registries/schema";
import { type Login, loginOf } from "@/lib/domain/registry-test/login";
import type { TargetLogin, TestTarget } from "@/lib/domain/registry-test/schema";
import { openFieldsWithSecrets, type SecretFields } from "@/lib/server/credentials/sealed-fields";
import { db } from "@/lib/server/db/client";
import { deleted, type OpenTls, openTlsWithSecrets } from "./open-tls";
import type { UsedSecret } from "./used-secret";
import type { NodeSide } from "./vantage";

/** What the fields of a login stand for; secret. */
type OpenLogin = Login | "unusable" | null;

const newest = { orderBy: { number: "desc" }, take: 1 } as const;

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

async function openLogin(login: TargetLogin | null): Promise<{ login: OpenLogin; used: UsedSecret[] }> {
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

export type OpenTarget = Omit<OpenTls, "used"> & { login: OpenLogin; used: UsedSecret[] };

/** Takes what a target names out of the store, and from the node that asks. */
export async function openTargetWithSecrets(target: TestTarget, side: NodeSide | null): Promise<OpenTarget> {
  const { login, used } = await openLogin(target.login);
  const opened = await openTlsWithSecrets(target.tls, side);
  return { ...opened, login, used: [...used, ...opened.used] };
}
