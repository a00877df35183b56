import "server-only";
import type { AuditTarget } from "@/lib/domain/audit/views";
import { pages } from "@/lib/domain/paths";
import { db } from "@/lib/server/db/client";

type Found = readonly (readonly [id: string, href: string])[];
type Where = { where: { id: { in: string[] } } };

const byId = async (
  find: (where: Where) => Promise<{ id: string }[]>,
  ids: string[],
  href: (id: string) => string,
) => (await find({ where: { id: { in: ids } } })).map(({ id }) => [id, href(id)] as const);

/** Types of targets that have a page, and how those of them that are still there are found. */
const finders: Record<string, (ids: string[]) => Promise<Found>> = {
  configuration: (ids) =>
    byId(
      (where) => db().configuration.findMany({ ...where, select: { id: true } }),
      ids,
      pages.configuration,
    ),
  node: (ids) => byId((where) => db().node.findMany({ ...where, select: { id: true } }), ids, pages.node),
  group: (ids) => byId((where) => db().group.findMany({ ...where, select: { id: true } }), ids, pages.group),
  push: (ids) => byId((where) => db().push.findMany({ ...where, select: { id: true } }), ids, pages.push),
  credential: async (ids) =>
    (await db().credential.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } })).map(
      ({ id, slug }) => [id, pages.credential(slug)] as const,
    ),
  certificate: async (ids) =>
    (await db().certificate.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true } })).map(
      ({ id, slug }) => [id, pages.certificate(slug)] as const,
    ),
  "ssh-credential": (ids) =>
    byId(
      (where) => db().sshCredential.findMany({ ...where, select: { id: true } }),
      ids,
      () => pages.credentials("ssh"),
    ),
  "host-authority": (ids) =>
    byId(
      (where) => db().hostAuthority.findMany({ ...where, select: { id: true } }),
      ids,
      () => pages.credentials("ssh"),
    ),
  user: (ids) =>
    byId(
      (where) => db().user.findMany({ ...where, select: { id: true } }),
      ids,
      () => pages.settings("people"),
    ),
  "api-token": (ids) =>
    byId(
      (where) => db().apiToken.findMany({ ...where, select: { id: true } }),
      ids,
      () => pages.settings("tokens"),
    ),
  "public-mirror": (ids) =>
    byId(
      (where) => db().publicMirror.findMany({ ...where, select: { id: true } }),
      ids,
      () => pages.settings("mirrors"),
    ),
};

const keyOf = ({ type, id }: Pick<AuditTarget, "type" | "id">) => `${type} ${id}`;

/** Where the targets of a page of events are shown; null for what is gone, or has no page. */
export async function findTargets(
  targets: readonly AuditTarget[],
): Promise<(target: AuditTarget) => string | null> {
  const found = await Promise.all(
    Object.entries(finders).map(async ([type, find]) => {
      const ids = [...new Set(targets.flatMap((target) => (target.type === type ? [target.id] : [])))];
      const rows = ids.length > 0 ? await find(ids) : [];
      return rows.map(([id, href]) => [keyOf({ type, id }), href] as const);
    }),
  );
  const hrefs = new Map(found.flat());
  return (target) => hrefs.get(keyOf(target)) ?? null;
}
