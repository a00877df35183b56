import "server-only";
import { can } from "@/lib/domain/people/roles";
import { askedOf } from "@/lib/domain/registry-test/asked";
import type { TargetLogin } from "@/lib/domain/registry-test/schema";
import { type Targeted, targetOf } from "@/lib/domain/registry-test/target";
import type { Actor } from "@/lib/server/auth/actor";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { db } from "@/lib/server/db/client";

const slugsOf = (login: TargetLogin | null): string[] =>
  Object.values(login ?? {}).flatMap((value) => (value?.kind === "secret" ? [value.slug] : []));

/** Revisions that somebody who may push has sent to nodes, and which send their logins out ever since. */
async function pushedRevisions(): Promise<string[]> {
  const groups = await db().group.findMany({
    where: { wantedRevisionId: { not: null } },
    select: { wantedRevisionId: true },
    distinct: ["wantedRevisionId"],
  });
  return groups.flatMap(({ wantedRevisionId }) => wantedRevisionId ?? []);
}

async function isSentThere(url: string, slugs: readonly string[]): Promise<boolean> {
  for (const id of await pushedRevisions()) {
    const { registryHosts } = await getRevisionDefinition(id);
    const known = new Set(slugsOf(targetOf(url, registryHosts ?? []).target.login));
    if (slugs.every((slug) => known.has(slug))) return true;
  }
  return false;
}

/**
 * Whoever asks for a test chooses the host, so a stored login could be sent to a server of theirs. Those who push can
 * have it on a node of theirs anyway; for everybody else it goes only where a pushed revision sends it already.
 */
export async function withAllowedLogin(targeted: Targeted, { role }: Actor): Promise<Targeted> {
  const { target, remarks } = targeted;
  const slugs = slugsOf(target.login);
  if (slugs.length === 0 || can(role, "pushes:write") || can(role, "secrets:read")) return targeted;
  if (await isSentThere(target.url, slugs)) return targeted;
  const host = askedOf(target.url)?.authority ?? target.url;
  return {
    target: { ...target, login: null },
    remarks: [...remarks, { code: "login-not-pushed", params: { host } }],
  };
}
