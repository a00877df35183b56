import type { Endpoint, Mirror, Rewrite } from "../schema";
import { type Detail, noteChange, writtenChange } from "./change";
import { compareExtras } from "./extras";
import { matchByKey, movedOf } from "./lists";

export function compareMirror(before: Mirror, after: Mirror): Detail[] {
  const note = noteChange(before.note, after.note);
  const endpoints = writtenChange(before.endpoints, after.endpoints);
  const rewrites = writtenChange(before.rewrites, after.rewrites);
  return [
    ...(endpoints ? [{ code: "endpoints-empty", params: endpoints } as const] : []),
    ...compareEndpoints(before.endpoints ?? [], after.endpoints ?? []),
    ...(rewrites ? [{ code: "rewrites-empty", params: rewrites } as const] : []),
    ...compareRewrites(before.rewrites ?? [], after.rewrites ?? []),
    ...(note ? [{ code: "note", params: note } as const] : []),
    ...compareExtras(before.extras, after.extras, "mirror"),
  ];
}

const urls = (endpoints: readonly Endpoint[]) => endpoints.map(({ url }) => url);
const urlAt = (endpoints: readonly Endpoint[], at: number) => endpoints[at]?.url ?? "";

/** Endpoints are tried in order, so their places count. Another URL at the same place is one change. */
function compareEndpoints(before: readonly Endpoint[], after: readonly Endpoint[]): Detail[] {
  const { kept, added, removed } = matchByKey(urls(before), urls(after));
  const gone = new Set(removed);
  const replaced = new Set(added.filter((at) => gone.has(at)));
  return [
    ...added.map((at): Detail => {
      const url = urlAt(after, at);
      if (!replaced.has(at)) return { code: "endpoint-added", params: { url, position: at + 1 } };
      const params = { before: urlAt(before, at), after: url, position: at + 1 };
      return { code: "endpoint-changed", params };
    }),
    ...removed
      .filter((at) => !replaced.has(at))
      .map((at): Detail => {
        const params = { url: urlAt(before, at), position: at + 1 };
        return { code: "endpoint-removed", params };
      }),
    ...movedOf(kept).map(([from, to]): Detail => {
      const params = { url: urlAt(after, to), from: from + 1, to: to + 1 };
      return { code: "endpoint-moved", params };
    }),
    ...kept.flatMap(([from, to]) => compareEndpointNote(before[from], after[to])),
    ...[...replaced].flatMap((at) => compareEndpointNote(before[at], after[at])),
  ];
}

function compareEndpointNote(before: Endpoint | undefined, after: Endpoint | undefined): Detail[] {
  const note = noteChange(before?.note ?? "", after?.note ?? "");
  return note ? [{ code: "endpoint-note", params: { url: after?.url ?? "", ...note } }] : [];
}

const patterns = (rewrites: readonly Rewrite[]) => rewrites.map(({ pattern }) => pattern);

/** Rewrites are a set: their order is told as one change, and only because the text differs. */
function compareRewrites(before: readonly Rewrite[], after: readonly Rewrite[]): Detail[] {
  const { kept, added, removed } = matchByKey(patterns(before), patterns(after));
  const details: Detail[] = [];
  const gone = new Set(removed);
  for (const at of added) {
    const now = after[at];
    const old = removed.find((each) => gone.has(each) && before[each]?.replacement === now?.replacement);
    if (!now) continue;
    if (old === undefined) details.push(rewriteDetail("rewrite-added", now));
    else details.push(...comparePattern(before[old], now));
    if (old !== undefined) gone.delete(old);
  }
  for (const at of gone) {
    const old = before[at];
    if (old) details.push(rewriteDetail("rewrite-removed", old));
  }
  for (const [from, to] of kept) details.push(...compareRewrite(before[from], after[to]));
  const count = movedOf(kept).length;
  if (count > 0) details.push({ code: "rewrites-moved", params: { count } });
  return details;
}

const rewriteDetail = (
  code: "rewrite-added" | "rewrite-removed",
  { pattern, replacement }: Rewrite,
): Detail => ({
  code,
  params: { pattern, replacement },
});

function comparePattern(before: Rewrite | undefined, after: Rewrite): Detail[] {
  if (!before) return [];
  const { pattern, replacement } = after;
  const params = { before: before.pattern, after: pattern, replacement };
  return [{ code: "rewrite-pattern", params }, ...compareNote(before, after)];
}

function compareRewrite(before: Rewrite | undefined, after: Rewrite | undefined): Detail[] {
  if (!before || !after) return [];
  const { pattern, replacement } = after;
  const params = { pattern, before: before.replacement, after: replacement };
  return [
    ...(before.replacement === replacement ? [] : [{ code: "rewrite-changed", params } as const]),
    ...compareNote(before, after),
  ];
}

function compareNote(before: Rewrite, after: Rewrite): Detail[] {
  const note = noteChange(before.note, after.note);
  return note ? [{ code: "rewrite-note", params: { pattern: after.pattern, ...note } }] : [];
}
