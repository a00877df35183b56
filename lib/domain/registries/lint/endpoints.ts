import { isLoopback, splitAuthority } from "../checks/authority";
import { checkEndpoint } from "../checks/endpoint";
import { splitEndpoint } from "../checks/endpoint-url";
import type { Severity } from "../checks/finding";
import { normalizeEndpoint } from "../containerd/endpoint";
import type { LintContext } from "./context";
import { applyEdits, nodeEdit, removeSlot, replaceScalar, scalarLike } from "./edit";
import type { FieldCheck } from "./field-checks";
import { fieldRule } from "./field-rule";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";

const remove = ({ slot }: FieldCheck, context: LintContext): Fix[] => [
  { id: "remove-endpoint", safe: false, apply: () => removeSlot(context, slot) },
];

/** Several URLs in one row, as items of their own. */
function split({ value, slot: { node } }: FieldCheck, context: LintContext): Fix[] {
  const urls = value.split(/[\s,;，、；]+/u).filter((part) => part !== "");
  if (urls.length < 2 || urls.length > 50 || urls.some((url) => checkEndpoint(url)?.severity === "error"))
    return [];
  const { source } = context;
  const { start } = source.range(node.entry, node.end);
  const isBlock = context.text[start.offset] === "-";
  const between = isBlock ? `\n${" ".repeat(start.column - 1)}- ` : ", ";
  const text = urls.map((url) => scalarLike(url, node)).join(between);
  const apply = () => applyEdits(context.text, [nodeEdit(context, node, text)]);
  return [{ id: "split-endpoints", params: { count: urls.length }, safe: false, apply }];
}

/** Host and port of this very machine without a scheme mean http, as their writer expects. */
function isPlainByDefault(raw: string): boolean {
  const { host, port } = splitAuthority(splitEndpoint(raw).authority);
  return isLoopback(host) && port !== null && port !== "443";
}

const trailingSlash = fieldRule({
  code: "path-trailing-slash",
  severity: "info",
  source: sources.hosts,
  safe: true,
});

/** Until December 2023 the path was used as written, so that `https://h/` asked for the root instead of `/v2`. */
function findRootPath(context: LintContext): Place[] {
  if (context.family !== "A") return [];
  const rooted = context.view.mirrors
    .flatMap(({ endpoints }) => endpoints)
    .filter(({ text }) => splitEndpoint(text).path === "/");
  return rooted.map(({ text, slot, path }) => {
    const right = text.replace(/\/$/, "");
    const apply = () => replaceScalar(context, slot.node, right);
    return {
      path,
      range: context.range(slot.node),
      severity: "error",
      message: { catalogue: "lint", key: "root-path" },
      params: { right },
      fixes: [{ id: "write", params: { right }, safe: true, apply }],
    };
  });
}

/** What is only unwise in most URLs makes Go refuse some, and K3s leaves those out. */
const severityOf = ({ value }: FieldCheck): Severity | undefined =>
  normalizeEndpoint(value, ":") === null ? "error" : undefined;

/** One endpoint by itself. */
export const endpointRules: readonly Rule[] = [
  fieldRule({ code: "endpoint-empty", severity: "error", source: sources.hosts, more: remove }),
  fieldRule({ code: "endpoint-scheme", severity: "error", source: sources.hosts }),
  fieldRule({ code: "endpoint-space", severity: "error", source: sources.hosts, safe: true, more: split }),
  fieldRule({ code: "endpoint-character", severity: "error", source: sources.hosts, more: split }),
  fieldRule({ code: "endpoint-host", severity: "error", source: sources.hosts }),
  fieldRule({ code: "endpoint-port", severity: "error", source: sources.hosts }),
  fieldRule({ code: "endpoint-escape", severity: "error", source: sources.hosts }),
  fieldRule({ code: "endpoint-userinfo", severity: "warning", source: sources.containerd, severityOf }),
  fieldRule({
    code: "endpoint-query",
    severity: "warning",
    source: sources.containerd,
    safe: true,
    severityOf,
  }),
  fieldRule({
    code: "no-scheme",
    // January 2024 printed endpoints as written, and containerd cannot read a bare host.
    severity: ({ family }) => (family === "B" ? "error" : "warning"),
    source: sources.hosts,
    safe: true,
    keep: ({ value }, { family }) => family === "B" || !isPlainByDefault(value),
  }),
  fieldRule({ code: "path-without-v2", severity: "warning", source: sources.hosts, severityOf }),
  { ...trailingSlash, find: (context) => [...trailingSlash.find(context), ...findRootPath(context)] },
];
