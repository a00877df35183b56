import type { NodeView } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";
import { stateOf } from "./node-state";

/**
 * `group` is an id or `none`, `role` may be `none` too; an empty text filters nothing. `sort` is a column, with a
 * hyphen before it when the order is turned round; empty is by name.
 */
export type NodeFilter = { q: string; group: string; role: string; state: string; sort: string };

export const noFilter: NodeFilter = { q: "", group: "", role: "", state: "", sort: "" };

export const withoutGroup = "none";
export const roleFilters = ["server", "agent", "none"] as const;

type Params = Readonly<Record<string, string | string[] | undefined>>;

export function readFilter(params: Params): NodeFilter {
  const first = (name: string) => [params[name]].flat()[0] ?? "";
  return {
    q: first("q"),
    group: first("group"),
    role: first("role"),
    state: first("state"),
    sort: first("sort"),
  };
}

/** The address of the list with this filter. */
export function filterUrl(filter: NodeFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== "");
  const query = new URLSearchParams(given).toString();
  return query ? `${pages.nodes()}?${query}` : pages.nodes();
}

/** Full-width letters and capitals count as the plain ones. */
const foldText = (text: string) => text.normalize("NFKC").toLowerCase();

const textOf = ({ name, host, username, group, cluster, note, check }: NodeView) =>
  [
    name,
    host,
    username,
    group?.name,
    cluster?.name,
    note,
    check?.facts?.role,
    check?.facts?.distribution,
    check?.facts?.runningVersion,
  ].join(" ");

/** Whether all words stand somewhere in a text. */
export function hasWords(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

export function matchesFilter(node: NodeView, { q, group, role, state }: NodeFilter): boolean {
  if (group !== "" && (node.group?.id ?? withoutGroup) !== group) return false;
  if (role !== "" && (node.check?.facts?.role ?? "none") !== role) return false;
  if (state !== "" && stateOf(node) !== state) return false;
  return hasWords(textOf(node), q);
}
