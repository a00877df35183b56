import "server-only";
import { holds } from "@/lib/domain/people/roles";
import { askedOf } from "@/lib/domain/registry-test/asked";
import type { TestRemarkCode } from "@/lib/domain/registry-test/result";
import type { TargetLogin } from "@/lib/domain/registry-test/schema";
import { type Targeted, targetOf } from "@/lib/domain/registry-test/target";
import type { Actor } from "@/lib/server/auth/actor";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { db } from "@/lib/server/db/client";

const slugsOf = (login: TargetLogin | null): string[] =>
  Object.values(login ?? {}).flatMap((value) => (value?.kind === "secret" ? [value.slug] : []));

/** Revisions that somebody who may push has sent to nodes, to all or to one, and which send their logins out ever since. */
async function pushedRevisions(nodeId: string | undefined): Promise<string[]> {
  const groups = await db().group.findMany({
    where: {
      wantedRevisionId: { not: null },
      ...(nodeId !== undefined && { nodes: { some: { id: nodeId } } }),
    },
    select: { wantedRevisionId: true },
    distinct: ["wantedRevisionId"],
  });
  return groups.flatMap(({ wantedRevisionId }) => wantedRevisionId ?? []);
}

async function isSentThere(url: string, slugs: readonly string[], nodeId?: string): Promise<boolean> {
  for (const id of await pushedRevisions(nodeId)) {
    const { registryHosts } = await getRevisionDefinition(id);
    const known = new Set(slugsOf(targetOf(url, registryHosts ?? []).target.login));
    if (slugs.every((slug) => known.has(slug))) return true;
  }
  return false;
}

function withoutLogin({ target, remarks }: Targeted, code: TestRemarkCode): Targeted {
  const host = askedOf(target.url)?.authority ?? target.url;
  return { target: { ...target, login: null }, remarks: [...remarks, { code, params: { host } }] };
}

/** Who registers nodes and pushes to them can have any login on a node of their own; a token may hold one half of that. */
const hasAllLogins = (actor: Actor): boolean =>
  holds(actor, "secrets:read") || (holds(actor, "pushes:write") && holds(actor, "nodes:write"));

/**
 * Whoever asks for a test chooses the host, so a stored login could be sent to a server of theirs. For who has none of
 * them already it goes only where a pushed revision sends it already.
 */
export async function withAllowedLogin(targeted: Targeted, actor: Actor): Promise<Targeted> {
  const { target } = targeted;
  const slugs = slugsOf(target.login);
  if (slugs.length === 0 || hasAllLogins(actor)) return targeted;
  return (await isSentThere(target.url, slugs)) ? targeted : withoutLogin(targeted, "login-not-pushed");
}

/**
 * From a node, names, connections and trusted authorities are the node's own, so one that somebody took over could read
 * what is sent. It gets a stored login only where the revision that its group wants has given it that login already.
 */
export async function withLoginOfNode(targeted: Targeted, nodeId: string): Promise<Targeted> {
  const { target } = targeted;
  const slugs = slugsOf(target.login);
  if (slugs.length === 0 || (await isSentThere(target.url, slugs, nodeId))) return targeted;
  return withoutLogin(targeted, "login-not-on-node");
}
