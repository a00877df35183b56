import { normalizeEndpoint } from "@/lib/domain/registries/containerd/endpoint";
import type { Endpoint, Extra, Mirror, RegistryHost, Rewrite } from "@/lib/domain/registries/schema";

/** Whether two entries say the same to K3s: comments do not count, and an empty list is as good as none. */
export const isSaidAlike = (one: unknown, other: unknown): boolean => said(one) === said(other);

const said = (entry: unknown): string =>
  JSON.stringify(entry, (key, value: unknown) => {
    if (key === "note") return undefined;
    const isEmptyList = Array.isArray(value) && value.length === 0;
    return isEmptyList && (key === "endpoints" || key === "rewrites") ? null : value;
  });

/** Endpoints of mine, then those of theirs that containerd would not ask already; null where that changes nothing. */
export function bothMirrors(mine: Mirror, theirs: Mirror): Mirror | null {
  const endpoints = joinBy(mine.endpoints, theirs.endpoints, addressOf);
  const rewrites = joinBy(mine.rewrites, theirs.rewrites, ({ pattern }: Rewrite) => pattern);
  const extras = joinBy(mine.extras, theirs.extras, ({ key }: Extra) => key) ?? [];
  const joined = { ...mine, endpoints, rewrites, extras };
  const isTooMuch = (endpoints?.length ?? 0) > 1000 || (rewrites?.length ?? 0) > 1000 || extras.length > 100;
  return isTooMuch || isSaidAlike(joined, mine) || isSaidAlike(joined, theirs) ? null : joined;
}

/** What K3s makes of an address decides whether it is the same: it drops the second one. */
const addressOf = ({ url }: Endpoint): string => normalizeEndpoint(url, ":")?.url ?? url;

function joinBy<Item>(
  mine: Item[] | null,
  theirs: Item[] | null,
  keyOf: (item: Item) => string,
): Item[] | null {
  if (mine === null || theirs === null) return mine ?? theirs;
  const known = new Set(mine.map(keyOf));
  return [...mine, ...theirs.filter((item) => !known.has(keyOf(item)))];
}

/** The login of one and the TLS settings of the other; null where both have one and they differ. */
export function bothHosts(mine: RegistryHost, theirs: RegistryHost): RegistryHost | null {
  const isClear = <Part>(one: Part | null, other: Part | null) =>
    one === null || other === null || isSaidAlike(one, other);
  if (!isClear(mine.auth, theirs.auth) || !isClear(mine.tls, theirs.tls)) return null;
  const extras = joinBy(mine.extras, theirs.extras, ({ key }: Extra) => key) ?? [];
  const joined = { ...mine, auth: mine.auth ?? theirs.auth, tls: mine.tls ?? theirs.tls, extras };
  return extras.length > 100 || isSaidAlike(joined, mine) || isSaidAlike(joined, theirs) ? null : joined;
}
