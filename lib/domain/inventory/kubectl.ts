import { isTable, ownTable, ownValue, type Values } from "@/lib/domain/formats/values";
import type { Collector } from "./collector";
import type { InventoryRow } from "./inventory";

const rolePrefix = "node-role.kubernetes.io/";
const serverRoles = new Set(["control-plane", "master", "etcd", "controlplane"]);

/** Control plane and etcd run in the server of K3s and RKE2, everything else is an agent. */
const roleOf = (roles: readonly string[]): InventoryRow["role"] =>
  roles.some((role) => serverRoles.has(role)) ? "server" : "agent";

/** Roles as kubectl finds them: labels with a prefix, and one older label (kubernetes pkg/printers, findNodeRoles). */
function rolesOf(labels: Values): string[] {
  return Object.entries(labels).flatMap(([label, value]) => {
    if (label.startsWith(rolePrefix)) return [label.slice(rolePrefix.length)];
    return label === "kubernetes.io/role" && typeof value === "string" ? [value] : [];
  });
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function addressOf(status: Values, type: string): string {
  const addresses = ownValue(status, "addresses");
  const found = Array.isArray(addresses)
    ? addresses.find((one: unknown) => isTable(one) && ownValue(one, "type") === type)
    : undefined;
  return isTable(found) ? text(ownValue(found, "address")) : "";
}

function readNode(item: unknown, into: Collector) {
  const metadata = isTable(item) ? ownTable(item, "metadata") : null;
  const name = metadata ? text(ownValue(metadata, "name")) : "";
  if (!isTable(item) || !metadata || name === "" || ownValue(item, "kind") !== "Node")
    return into.leave("structure", name, null);
  const status = ownTable(item, "status") ?? {};
  const info = ownTable(status, "nodeInfo") ?? {};
  into.add({
    line: null,
    name,
    host: addressOf(status, "InternalIP") || addressOf(status, "Hostname") || name,
    role: roleOf(rolesOf(ownTable(metadata, "labels") ?? {})),
    hint: text(ownValue(info, "kubeletVersion")) || null,
  });
}

/** The answer of `kubectl get nodes -o json`, or of one node. */
export function readKubectlJson(source: string, into: Collector) {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
    return into.leave("json", "", null);
  }
  const items = isTable(value) ? ownValue(value, "items") : undefined;
  for (const item of Array.isArray(items) ? items : [value]) readNode(item, into);
}

type Span = { title: string; start: number; end: number };

/** Columns begin where their titles do: cells such as the OS image hold spaces. */
function spansOf(header: string): Span[] {
  const titles = [...header.matchAll(/\S+(?: \S+)*/g)];
  return titles.map((match, index) => ({
    title: match[0].toUpperCase(),
    start: match.index,
    end: titles[index + 1]?.index ?? Number.POSITIVE_INFINITY,
  }));
}

export const isKubectlHeader = (line: string) => /^NAME\s+STATUS\s+ROLES\s+AGE\s+VERSION(?:\s|$)/i.test(line);

/** The table of `kubectl get nodes`, with addresses when it was `-o wide`; missing values are `<none>`. */
export function readKubectlTable(source: string, into: Collector): void {
  let spans: Span[] = [];
  for (const [index, raw] of source.split("\n").entries()) {
    if (raw.trim() === "") continue;
    if (isKubectlHeader(raw)) spans = spansOf(raw);
    else if (spans.length === 0) into.leave("structure", raw, index + 1);
    else readTableRow(raw, index + 1, { spans, into });
  }
}

function readTableRow(raw: string, line: number, { spans, into }: { spans: Span[]; into: Collector }) {
  const cell = (title: string): string => {
    const span = spans.find((one) => one.title === title);
    const value = span ? raw.slice(span.start, span.end).trim() : "";
    return value === "<none>" || value === "<unknown>" ? "" : value;
  };
  const name = cell("NAME");
  if (/\s/.test(name)) return into.leave("structure", raw, line);
  const roles = cell("ROLES").split(",").filter(Boolean);
  const host = cell("INTERNAL-IP") || name;
  into.add({ line, name, host, role: roleOf(roles), hint: cell("VERSION") || null });
}
